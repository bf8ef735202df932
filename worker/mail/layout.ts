import type { Environment } from '../lib/environment'
import type { Mail } from '../notifications/mail'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Programs that know dark themes take these; others leave the colours that stand on the elements. */
const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.page{padding:8px!important}.sheet{padding:24px 20px!important}}
@media (prefers-color-scheme:dark){.page{background:#12151c!important;color:#eeece8!important}.sheet{background:#1b1f29!important;color:#eeece8!important}.go{background:#eeece8!important;color:#12151c!important}.foot,.foot a{color:#a9a7b4!important}}`

/** Mail programs show the beginning beside the subject: the first sentence, and then nothing of what follows it. */
const preheader = (line: string): string =>
  `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped(line)}${'&#847;&zwnj;&nbsp;'.repeat(40)}</div>`

/** The last line of a mail that can be turned off. */
export interface Foot {
  words: string
  address: string
}
export const CHOOSE = 'Choose which mails come'

/** The one look of every mail, as plain text and as HTML. */
export function layout({ PUBLIC_ORIGIN, CONTACT_EMAIL }: Environment, mail: Mail, end?: Foot) {
  const subject = oneLine(mail.subject)
  const greeting = `Hello ${oneLine(mail.to.name)},`
  const link = new URL(mail.action.path, PUBLIC_ORIGIN).href
  const foot = `AspireX, ${PUBLIC_ORIGIN} · ${CONTACT_EMAIL}`
  const last = end ? `-- \n${foot}\n${end.words}: ${end.address}` : `-- \n${foot}`
  const text = [greeting, ...mail.paragraphs, `${mail.action.label}:\n${link}`, last].join('\n\n')
  const paragraphs = [greeting, ...mail.paragraphs].map(
    (line) => `<p dir="auto" style="margin:0 0 16px">${escaped(line)}</p>`,
  )
  const html = `<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(subject)}</title>
<style>${STYLE}</style></head>
<body class="page" style="margin:0;padding:24px;background:#f6f4f0;color:#1d1b18;font:16px/1.5 system-ui,sans-serif">
${preheader(mail.paragraphs[0] ?? subject)}
<div class="sheet" style="max-width:560px;margin:0 auto;padding:32px;background:#fff;color:#1d1b18;border-radius:12px;overflow-wrap:anywhere">
<p style="margin:0 0 16px;font-weight:600">AspireX</p>
<h1 dir="auto" style="margin:0 0 24px;font-size:20px;line-height:1.3">${escaped(subject)}</h1>
${paragraphs.join('\n')}
<p style="margin:24px 0"><a class="go" href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1d1b18;color:#fff;text-decoration:none">${escaped(mail.action.label)}</a></p>
<p class="foot" style="margin:0;font-size:13px;color:#6b665e">${escaped(foot)}${end ? `<br><a href="${escaped(end.address)}" style="color:#6b665e">${escaped(end.words)}</a>` : ''}</p>
</div></body></html>`
  return { subject, text, html }
}
