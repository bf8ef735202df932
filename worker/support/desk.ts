import { env } from 'cloudflare:test'
import { tokenIn } from '../accounts/desk'
import { now } from '../lib/clock'
import { png, chunk } from '../files/samples'
import { send } from '../test/sending'
import { answer, api, eventually, student, type Person } from '../test/world'

// What tests of support do again and again, over HTTP and by mail like anybody else.

export interface Mail {
  subject: string
  text: string
  html: string
  headers: string
}
export const mailsAt = async (email: string, kind: string): Promise<Mail[]> =>
  (
    await env.DB.prepare('select * from mailbox where recipient = ? and kind = ? order by id desc')
      .bind(email, kind)
      .all<Mail>()
  ).results
export const mailAt = (email: string, kind: string, nth = 1): Promise<Mail> =>
  eventually(async () => {
    const mails = await mailsAt(email, kind)
    return mails.length >= nth && mails[0]
  })
export const tokenAt = async (email: string, kind: string, nth = 1): Promise<string> =>
  tokenIn(await mailAt(email, kind, nth))

const ASKED = { subject: 'No sound', message: 'I hear nothing in my session.' }
export const ask = (as: Person, wish: object = {}) =>
  answer(api('POST', '/chat/customer-service/', { as, body: { ...ASKED, ...wish } }), 201)
export const see = (as: Person, id: string) => answer(api('GET', `/support/tickets/${id}/`, { as }), 200)
export const writeTo = (as: Person, id: string, text: string, client_id = crypto.randomUUID()): Promise<Response> =>
  api('POST', `/support/tickets/${id}/messages/`, { as, body: { client_id, text } })
export const act = (as: Person, id: string, what: string, body?: object): Promise<Response> =>
  api('POST', `/support/tickets/${id}/${what}/`, { as, ...(body && { body }) })

let pictures = 0
/** A picture that nobody has sent before. */
export const picture = () => png(8, [chunk('gAMA', [0, 0, ++pictures >> 8, pictures & 255])])
export const bring = (as: Person) => answer(send('/support/', as, { file: picture() }), 201)

/** Somebody who answers requests, in a session that has shown a second factor. */
export async function supporter(): Promise<Person> {
  const person = await student({ name: 'Sahana Staff' })
  const at = now().getTime()
  const run = (sql: string, ...values: unknown[]) =>
    env.DB.prepare(sql)
      .bind(...values)
      .run()
  await run("insert into account_roles (account_id, role, granted_at) values (?, 'support', ?)", person.user.id, at)
  await run('update sessions set second_factor_at = ? where account_id = ?', at, person.user.id)
  return person
}
export const handle = (as: Person, id: string, what: string, body?: object, method = 'POST'): Promise<Response> =>
  api(method, `/admin/support/tickets/${id}/${what}/`, { as, ...(body && { body }) })
export const reply = (as: Person, id: string, text = 'Try the other browser.') =>
  answer(handle(as, id, 'reply', { text }), 201)
export const setState = (as: Person, id: string, state: string): Promise<Response> => handle(as, id, 'state', { state })
export const queue = async (as: Person, query = ''): Promise<{ id: string }[]> =>
  (await answer(api('GET', `/admin/support/tickets/?limit=100${query}`, { as }), 200)).items
