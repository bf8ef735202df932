import { connect } from 'cloudflare:sockets'
import { Email } from 'worker-mailer'
import { inBase64 } from './api'
import { converse, deliver, login, type Talk } from './smtp.talk'
import type { Outgoing, Transport } from './outgoing'

const PATIENCE_MS = 30_000

/**
 * Speaks SMTP itself; the library writes the letter alone. Its own conversation never ends once the server hangs up: it
 * reads the closed stream for ever, and no timer runs meanwhile.
 */
export const bySmtp =
  (address: string, patience_ms = PATIENCE_MS): Transport =>
  async (mail) => {
    const server = serverAt(address)
    let socket = connect(server, { secureTransport: server.secure ? 'on' : 'starttls', allowHalfOpen: false })
    const dialogue = async () => {
      let talk = converse(socket)
      await talk.expect(220)
      let offers = await greet(talk)
      const upgrades = !server.secure && /\bSTARTTLS\b/.test(offers)
      if (upgrades) {
        await talk.say('STARTTLS', 220)
        talk.release()
        socket = socket.startTls()
        talk = converse(socket)
        offers = await greet(talk)
      }
      if (server.username)
        await login(talk, offers, { ...server, isPrivate: server.secure || upgrades || isHere(server) })
      await deliver(talk, { from: mail.from.email, to: mail.to, letter: letterOf(mail) })
    }
    try {
      await Promise.race([dialogue(), tooLate(patience_ms)])
    } finally {
      // Nobody waits for the other side's good-bye, and a socket that failed is closed already.
      void socket.close().catch(() => undefined)
    }
  }

const greet = (talk: Talk): Promise<string> => talk.say('EHLO aspirex', 250)
const isHere = ({ hostname }: { hostname: string }): boolean => hostname === 'localhost'

const tooLate = async (ms: number): Promise<never> => {
  await scheduler.wait(ms)
  throw new Error(`The mail server did not answer within ${ms / 1000} seconds`)
}

/** smtp://user:password@host:587 upgrades to TLS where the server offers it, smtps://… begins with it. */
function serverAt(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address)
  const secure = protocol === 'smtps:'
  return {
    hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
}

/** To the bare address: a name is people's own text, and the library does not quote what it may hold. */
const letterOf = ({ id, from, to, subject, text, html, headers, attachments }: Outgoing): string =>
  new Email({
    from,
    to,
    subject,
    text,
    html,
    headers: { ...headers, 'Message-ID': `<${id}@${from.email.split('@').at(-1)}>` },
    attachments: attachments.map(({ name, content_type, content }) => ({
      filename: name,
      mimeType: content_type,
      content: inBase64(content),
    })),
  }).getEmailData()
