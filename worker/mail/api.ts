import { Hopeless } from '../lib/outbox'
import { ADDRESS_REFUSED, type Outgoing, type Transport } from './outgoing'

const RESEND = 'https://api.resend.com'
const PATIENCE_MS = 20_000

/** Answers about our own standing with the provider, or about this moment: both may be another one later. */
const MAY_CHANGE = [401, 402, 403, 404, 408, 409, 425, 429]

/** An HTTP mail API in Resend's form; the key of a mail keeps a repeated task from sending it twice. */
export const byApi =
  (key: string, base = RESEND, patience_ms = PATIENCE_MS): Transport =>
  async (mail) => {
    const response = await fetch(`${base.replace(/\/$/, '')}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': mail.id },
      body: JSON.stringify(formOf(mail)),
      signal: AbortSignal.timeout(patience_ms),
    })
    const answer = (await response.text()).slice(0, 300)
    if (response.ok) return
    const words = `The mail API answered ${response.status}: ${answer}`
    if (response.status >= 500 || MAY_CHANGE.includes(response.status)) throw new Error(words)
    throw new Hopeless(words, /`to`|recipient/i.test(answer) ? ADDRESS_REFUSED : undefined)
  }

const formOf = ({ from, to, subject, html, text, headers, attachments }: Outgoing) => ({
  from: from.name ? `${from.name} <${from.email}>` : from.email,
  to: [to],
  subject,
  html,
  text,
  headers,
  ...(attachments.length > 0 && {
    attachments: attachments.map(({ name, content_type, content }) => ({
      filename: name,
      content_type,
      content: inBase64(content),
    })),
  }),
})

export const inBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
