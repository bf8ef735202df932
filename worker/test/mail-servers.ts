import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { TestProject } from 'vitest/node'

interface Received {
  by: string
  to: string[]
  /** The letter, or what was posted. */
  text: string
  secure: boolean
  user?: string
  headers?: Record<string, unknown>
}
/** Real servers on this machine, which do to each recipient what its name says: refused@, later@, silent@, dropped@. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const received: Received[] = []
  const plain = smtp('plain', received, { disabledCommands: ['STARTTLS', 'AUTH'] })
  const pem = readFileSync(new URL('./localhost.pem', import.meta.url))
  const trusted = { cert: pem, key: pem }
  const starttls = smtp('starttls', received, { ...trusted, authMethods: ['PLAIN'] })
  const secure = smtp('secure', received, { ...trusted, secure: true, authMethods: ['LOGIN'] })
  // With the certificate that the library brings along, which nobody vouches for.
  const stranger = smtp('stranger', received, { disabledCommands: ['AUTH'] })
  const login = smtp('login', received, { disabledCommands: ['STARTTLS'], authMethods: ['PLAIN', 'LOGIN'] })
  const api = createServer((request, response) => {
    void answer(request, received).then(({ status, body }) => {
      if (status === 0) return
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  const ports = await Promise.all([plain, starttls, secure, stranger, login].map((one) => listening(one.server, one)))
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = ports
  const port = await listening(api, api)
  project.provide('mail', { plain: a, starttls: b, secure: c, stranger: d, login: e, api: `http://127.0.0.1:${port}` })
  return async () => {
    for (const one of [plain, starttls, secure, stranger, login]) one.close()
    api.closeAllConnections()
    api.close()
  }
}

const listening = (server: Server, by: { listen: (port: number, host: string, done: () => void) => unknown }) =>
  new Promise<number>((ready) => by.listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port)))

function smtp(by: string, received: Received[], options: SMTPServerOptions): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    ...options,
    onAuth: ({ username, password }, _, done) =>
      password === 'p@ss wörd' ? done(null, { user: username }) : done(refusal(535, 'Wrong password')),
    onRcptTo: ({ address }, _, done) => {
      if (address.startsWith('refused@')) done(refusal(550, '5.1.1 Nobody of this name'))
      else if (address.startsWith('policy@')) done(refusal(550, '5.7.1 We take nothing from you'))
      else if (address.startsWith('later@')) done(refusal(451, '4.3.0 Try again later'))
      else if (!address.startsWith('silent@')) done()
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      let text = ''
      stream.on('data', (part: Buffer) => {
        text += part.toString()
        if (to.some((address) => address.startsWith('dropped@'))) for (const one of sockets) one.destroy()
      })
      stream.on('end', () => {
        received.push({ by, to, text, secure: session.secure, user: session.user })
        done(to.some((address) => address.startsWith('spam@')) ? refusal(554, 'Looks like spam') : null)
      })
    },
  })
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  return server
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/** Resend's form of an API; and at /received, for the test, what came to any of the servers. */
async function answer(request: IncomingMessage, received: Received[]): Promise<{ status: number; body: unknown }> {
  let text = ''
  for await (const part of request) text += String(part)
  if (request.url === '/received') return { status: 200, body: received }
  if (request.method !== 'POST' || request.url !== '/emails') return { status: 404, body: {} }
  if (request.headers.authorization !== 'Bearer re_test')
    return { status: 401, body: { message: 'API key is invalid' } }
  const { to } = JSON.parse(text) as { to: string[] }
  const [name = ''] = (to[0] ?? '').split('@')
  if (name === 'silent') return { status: 0, body: {} }
  const status = { refused: 422, busy: 429, broken: 503 }[name]
  if (status) return { status, body: { message: status === 422 ? 'Invalid `to` field' : 'Not now' } }
  received.push({ by: 'api', to, text, secure: false, headers: request.headers })
  return { status: 200, body: { id: 'mail-1' } }
}
