import type { Attachment } from '../notifications/notifications.schema'

/** A mail as it leaves: everything is words by now. */
export interface Outgoing {
  /** Stable where one cause must give one mail: servers that see it twice can tell. */
  id: string
  kind: string
  from: { name?: string; email: string }
  to: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  attachments: Attachment[]
}

/**
 * Takes a mail over, or throws: `Hopeless` where no further try would change the answer, anything else where one might.
 * Its `reason` is ADDRESS_REFUSED where the fault lies with the address.
 */
export type Transport = (mail: Outgoing) => Promise<void>
export const ADDRESS_REFUSED = 'address_refused'
