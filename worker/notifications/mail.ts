import type { LetterKind, NotificationKind } from '../contract/notifications.constants'
import { isMailChoice } from '../contract/notifications.constants'
import type { Environment } from '../lib/environment'
import { CHOOSE, layout, type Foot } from '../mail/layout'
import { transportOf } from '../mail/transport'
import { choosingLinks } from '../mail/unsubscribe.token'
import type { MailText } from './kind'
import type { Attachment } from './notifications.schema'

export interface Mail extends MailText {
  /** Stable where one cause must give one mail. */
  id: string
  to: { name: string; email: string; account_id?: string }
  kind: NotificationKind | LetterKind
  attachments?: Attachment[]
  /** Where what it belongs to ends, for a reader without an account. */
  leave?: Leaving
}

/** Where a mail program posts to end something, and the page on which a person does. */
export interface Leaving {
  post: string
  page: string
}

/** Throws where nothing took it, so that it is tried again; `Hopeless` where that would be in vain. */
export async function sendMail(env: Environment, mail: Mail): Promise<void> {
  const { id, kind, to, attachments = [] } = mail
  const links = to.account_id && isMailChoice(kind) ? await choosingLinks(env, to.account_id, kind) : undefined
  await transportOf(env)({
    id,
    kind,
    from: senderOf(env),
    to: to.email,
    ...layout(env, mail, footOf(mail.leave, links)),
    headers: oneClick(mail.leave ?? links),
    attachments,
  })
}

function footOf(leave?: Leaving, choices?: Leaving): Foot | undefined {
  if (leave) return { words: 'Unsubscribe', address: leave.page }
  return choices && { words: CHOOSE, address: choices.page }
}

/** RFC 8058: the mail program itself offers to stop mails of this kind. */
const oneClick = (leave: Leaving | undefined): Record<string, string> =>
  leave ? { 'List-Unsubscribe': `<${leave.post}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}

/** Who every mail is from. */
export function senderOf({ MAIL_FROM }: Pick<Environment, 'MAIL_FROM'>): { name?: string; email: string } {
  const [, name, email] = /^(.*?)\s*<(.+)>$/.exec(MAIL_FROM) ?? []
  return email ? { name, email } : { email: MAIL_FROM }
}
