import { Hopeless } from '../lib/outbox'
import { ADDRESS_REFUSED } from './outgoing'

export interface Talk {
  /** Waits for an answer that begins with this code and tells its text. */
  expect: (code: number) => Promise<string>
  say: (line: string, code: number) => Promise<string>
  /** Gives the socket back, for TLS. */
  release: () => void
}

/** An answer of another code than was hoped for. */
class Refusal extends Error {
  constructor(
    readonly code: number,
    text: string,
  ) {
    super(`The mail server said: ${text.slice(0, 300)}`)
  }
}

const REPLY_MOST = 65_536

/** Lines there, answers back. */
export function converse(socket: Socket): Talk {
  const [reader, writer] = [socket.readable.getReader(), socket.writable.getWriter()]
  const lineFrom = linesOf(reader)
  const expect = async (code: number): Promise<string> => {
    let text = ''
    for (;;) {
      const line = await lineFrom()
      text += `${line}\n`
      if (text.length > REPLY_MOST) throw new Error('The mail server does not stop talking')
      if (/^\d{3}-/.test(line)) continue
      if (line.startsWith(String(code))) return text.trim()
      throw new Refusal(Number(line.slice(0, 3)), text.trim())
    }
  }
  return {
    expect,
    say: async (line, code) => {
      await writer.write(new TextEncoder().encode(`${line}\r\n`))
      return expect(code)
    },
    release: () => {
      reader.releaseLock()
      writer.releaseLock()
    },
  }
}

function linesOf(reader: ReadableStreamDefaultReader<Uint8Array>): () => Promise<string> {
  const decoder = new TextDecoder()
  let rest = ''
  return async () => {
    for (let end = rest.indexOf('\n'); end < 0; end = rest.indexOf('\n')) {
      const { value, done } = await reader.read()
      if (done) throw new Error('The mail server hung up')
      rest += decoder.decode(value, { stream: true })
      if (rest.length > REPLY_MOST) throw new Error('The mail server does not stop talking')
    }
    const line = rest.slice(0, rest.indexOf('\n')).trimEnd()
    rest = rest.slice(rest.indexOf('\n') + 1)
    return line
  }
}

/** The password is said over TLS alone, or to this machine. */
export async function login(
  talk: Talk,
  offers: string,
  { username, password, isPrivate }: { username: string; password: string; isPrivate: boolean },
): Promise<void> {
  if (!isPrivate) throw new Error('The mail server offers no TLS, so it is not told the password')
  const encoded = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
  if (/\bAUTH\b.*\bPLAIN\b/.test(offers)) {
    await talk.say(`AUTH PLAIN ${encoded(`\0${username}\0${password}`)}`, 235)
    return
  }
  await talk.say('AUTH LOGIN', 334)
  await talk.say(encoded(username), 334)
  await talk.say(encoded(password), 235)
}

/** What is refused for good (5xx) is hopeless; whether the address is to blame, the step tells. */
export async function deliver(
  talk: Talk,
  { from, to, letter }: { from: string; to: string; letter: string },
): Promise<void> {
  await final(talk.say(`MAIL FROM:<${from}>`, 250))
  await final(talk.say(`RCPT TO:<${to}>`, 25), ADDRESS_REFUSED)
  await final(talk.say('DATA', 354))
  // Ends with the line of one dot, as the library writes it.
  await final(talk.say(letter.replace(/\r\n$/, ''), 250))
  // It is taken: how they part matters no more.
  await talk.say('QUIT', 221).catch(() => undefined)
}

/** 5.7.x speaks of policy, not of the mailbox. */
async function final(step: Promise<string>, reason?: string): Promise<void> {
  try {
    await step
  } catch (error) {
    if (!(error instanceof Refusal) || error.code < 500) throw error
    throw new Hopeless(error.message, /\b5\.7\.\d/.test(error.message) ? undefined : reason)
  }
}
