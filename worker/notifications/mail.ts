import type { LetterKind, NotificationKind } from '../contract/notifications.constants'
import { isMailChoice } from '../contract/notifications.constants'
import type { Environment } from '../lib/environment'
import { layout } from '../mail/layout'
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
    ...layout(env, mail, links?.page),
    headers: links ? oneClick(links.post) : {},
    attachments,
  })
}

/** RFC 8058: the mail program itself offers to stop mails of this kind. */
const oneClick = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/** Who every mail is from. */
export function senderOf({ MAIL_FROM }: Pick<Environment, 'MAIL_FROM'>): { name?: string; email: string } {
  const [, name, email] = /^(.*?)\s*<(.+)>$/.exec(MAIL_FROM) ?? []
  return email ? { name, email } : { email: MAIL_FROM }
}
