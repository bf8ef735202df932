import type { Kind } from './kind'

export interface MailKinds {
  mail_bounced: { address: string }
}

/** About our mails themselves: told in the product alone. */
export const MAIL_KINDS: { [K in keyof MailKinds]: Kind<MailKinds[K]> } = {
  mail_bounced: {
    type: 'error',
    important: true,
    text: ({ address }) =>
      `Mails to ${address} came back, so we send none there but those about safety. Prove the address again or change it.`,
    link: () => '/settings/account',
  },
}
