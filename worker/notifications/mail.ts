import { LogLevel, WorkerMailer } from 'worker-mailer'
import type { LetterKind, NotificationKind } from '../contract/notifications.constants'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { isDevelopment, type Environment } from '../lib/environment'
import type { MailText } from './kind'
import { mailbox, type Attachment } from './notifications.schema'

export interface Mail extends MailText {
  /** Stable where one cause must give one mail. */
  id: string
  to: { name: string; email: string }
  kind: NotificationKind | LetterKind
  attachments?: Attachment[]
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The one layout of every mail, as plain text and as HTML. */
export function layout(
  { PUBLIC_ORIGIN, CONTACT_EMAIL }: Environment,
  mail: Mail,
): { subject: string; text: string; html: string } {
  const subject = oneLine(mail.subject)
  const greeting = `Hello ${oneLine(mail.to.name)},`
  const link = new URL(mail.action.path, PUBLIC_ORIGIN).href
  const foot = `AspireX, ${PUBLIC_ORIGIN} · ${CONTACT_EMAIL}`
  const text = [greeting, ...mail.paragraphs, `${mail.action.label}:\n${link}`, `-- \n${foot}`].join('\n\n')
  const paragraphs = [greeting, ...mail.paragraphs].map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`)
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f4f0;color:#1d1b18;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#fff;border-radius:12px">
<h1 style="margin:0 0 24px;font-size:20px;line-height:1.3">${escaped(subject)}</h1>
${paragraphs.join('\n')}
<p style="margin:24px 0"><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1d1b18;color:#fff;text-decoration:none">${escaped(mail.action.label)}</a></p>
<p style="margin:0;font-size:13px;color:#6b665e">${escaped(foot)}</p>
</div></body></html>`
  return { subject, text, html }
}

/** Sends by SMTP, or puts it into the development mailbox. Throws where neither is possible, so that it is tried again. */
export async function sendMail(env: Environment, mail: Mail): Promise<void> {
  const written = layout(env, mail)
  const attachments = mail.attachments ?? []
  if (env.MAIL_URL) {
    // The bare address: a name is people's own text, and the library does not quote what it may hold.
    const letter = { from: senderOf(env), to: mail.to.email, ...written, attachments: attachments.map(encoded) }
    await WorkerMailer.send(server(env.MAIL_URL), letter)
  } else if (isDevelopment(env)) {
    const db = unmetered(env)
    const row = { id: mail.id, recipient: mail.to.email, kind: mail.kind, ...written, attachments, sent_at: now() }
    await write(db, [db.insert(mailbox).values(row).onConflictDoNothing()])
  } else throw new Error('MAIL_URL is not set')
}

/** smtp://user:password@host:587 upgrades to TLS where the server offers it, smtps://… begins with it. */
function server(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address)
  const secure = protocol === 'smtps:'
  return {
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    startTls: !secure,
    logLevel: LogLevel.ERROR,
    ...(username && {
      credentials: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
      authType: ['plain' as const, 'login' as const],
    }),
  }
}

/** Who every mail is from. */
export function senderOf({ MAIL_FROM }: Pick<Environment, 'MAIL_FROM'>): { name?: string; email: string } {
  const [, name, email] = /^(.*?)\s*<(.+)>$/.exec(MAIL_FROM) ?? []
  return email ? { name, email } : { email: MAIL_FROM }
}

/** As the library takes it: in base 64, its type with everything that belongs to it. */
const encoded = ({ name, content_type, content }: Attachment) => ({
  filename: name,
  mimeType: content_type,
  content: btoa(String.fromCharCode(...new TextEncoder().encode(content))),
})
