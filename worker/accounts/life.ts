import { env, SELF } from 'cloudflare:test'
import * as sample from '../files/samples'
import { now } from '../lib/clock'
import { checkout, pay, verify } from '../payments/desk'
import { admin, answer, api, eventually, hold, mentor, ORIGIN, student, type Person, type Teacher } from '../test/world'

// Somebody who has used everything, as tests of the export and of the erasure meet them.

export const NAME = 'Zephyrine Quillfeather'
export const EMAIL = 'Zephyrine.Quill@example.com'
const LINK = 'https://quillfeather.example.com'

export interface Life {
  zephyrine: Teacher
  /** Learns with her. */
  ila: Person
  /** Teaches her. */
  ravi: Teacher
  conversation: string
}

const send = (as: Person, path: string, bytes: Uint8Array<ArrayBuffer>, field: string, name: string) => {
  const form = new FormData()
  form.append(field, new File([bytes], name))
  return SELF.fetch(`${ORIGIN}/api${path}`, {
    method: 'POST',
    headers: { authorization: `Token ${as.token}` },
    body: form,
  })
}

async function tellOfOneself(me: Teacher): Promise<void> {
  const detail = {
    bio: `I am ${NAME}.`,
    headline: 'Quills',
    company: 'Quill & Sons',
    phone: '+91 5550 1234',
    portfolio_url: LINK,
  }
  await answer(
    api('POST', '/mentor/detail/', { as: me, body: { ...detail, expertise: ['Lettering'], languages: ['en'] } }),
    200,
  )
  await answer(
    api('POST', '/student/detail/', {
      as: me,
      body: { bio: NAME, college: 'COEP', skills: ['Go'], phone: '+91 5550 4321' },
    }),
    200,
  )
  await answer(api('PUT', '/account/preferences/', { as: me, body: { theme: 'dark' } }), 200)
}

async function keepFiles(me: Person): Promise<void> {
  await answer(send(me, '/files/picture/', sample.jpeg(512), 'w512', 'me.jpg'), 200)
  await answer(send(me, '/files/cv/', sample.pdf(), 'file', `CV of ${NAME}.pdf`), 201)
}

async function talk(me: Teacher, other: Person): Promise<string> {
  const { id } = await answer(api('POST', '/chat/conversations/', { as: other, body: { with: me.mentor_id } }), 201)
  const say = (as: Person, content: string) =>
    answer(
      api('POST', '/chat/messages/', { as, body: { conversation_id: id, client_id: crypto.randomUUID(), content } }),
      201,
    )
  await say(other, 'A secret of mine: I am afraid of exams')
  await say(me, `Write to me at ${EMAIL} any time`)
  await say(other, `I wrote to ${EMAIL.toLowerCase()} just now`)
  return id
}

/** Sessions on both sides, one of them cancelled with a reason. */
async function meet(me: Teacher, { ila, ravi }: { ila: Person; ravi: Teacher }): Promise<void> {
  const { booking, order } = await checkout(me, ravi, 0)
  await answer(verify(me, await pay(order.razorpay_order_id)), 200)
  await env.DB.prepare('update bookings set answers = ? where id = ?')
    .bind(JSON.stringify({ goal: `${NAME} wants a job` }), booking.id)
    .run()
  const taught = await checkout(ila, me, 5)
  await answer(verify(ila, await pay(taught.order.razorpay_order_id)), 200)
  await env.DB.prepare('update bookings set answers = ? where id = ?')
    .bind('{"goal":"Ila needs help with debts"}', taught.booking.id)
    .run()
  const other = await hold(ila, me, 8)
  await env.DB.prepare("update bookings set state = 'confirmed' where id = ?").bind(other.booking.id).run()
  const body = { reason: `${NAME} is ill` }
  await answer(api('POST', `/bookings/${other.booking.id}/cancel/`, { as: me, body }), 200)
}

/** Also without signing in: from an address that is proven to be hers. */
async function askForHelp(me: Teacher): Promise<void> {
  const file = await answer(send(me, '/files/support/', sample.png(9), 'file', `${NAME}.png`), 201)
  const ticket = { subject: `${NAME} is locked out`, message: `Write to ${EMAIL}`, attachments: [file.file_id] }
  const { id } = await answer(api('POST', '/chat/customer-service/', { as: me, body: ticket }), 201)
  const by = { as: await admin(), body: { text: `Dear ${NAME}` } }
  await answer(api('POST', `/admin/support/tickets/${id}/reply/`, by), 201)
  await answer(api('POST', `/admin/support/tickets/${id}/notes/`, by), 201)
  await answer(act(me, id), 200)
  const form = { name: NAME, email: EMAIL.toUpperCase(), query: `I am ${NAME}` }
  await answer(api('POST', '/chat/contact/', { body: form }), 201)
  const complaint = { name: NAME, email: EMAIL, subject: NAME, text: `They write to ${EMAIL}` }
  await answer(api('POST', '/grievances/', { body: complaint }), 201)
  await answer(api('PUT', '/newsletter/mine/', { as: me, body: { subscribed: true } }), 200)
}
const rateBadly = { score: 'bad', text: `${NAME} had hoped for more` }
const act = async (as: Person, id: string): Promise<Response> => {
  await answer(api('POST', `/support/tickets/${id}/resolve/`, { as }), 200)
  return api('POST', `/support/tickets/${id}/rating/`, { as, body: rateBadly })
}

/** One event of hers that Ila goes to and is written to about, and one of Ravi's that she goes to. */
async function gather(me: Teacher, { ila, ravi }: { ila: Person; ravi: Teacher }): Promise<void> {
  const hours = (count: number): string => new Date(now().getTime() + count * 3_600_000).toISOString()
  const times = { start_time: hours(1), end_time: hours(3) }
  const make = async (as: Teacher, title: string): Promise<string> =>
    (await answer(api('POST', '/events/', { as, body: { title, description: `With ${title}`, ...times } }), 201)).id
  const [hers, his] = [await make(me, `An hour with ${NAME}`), await make(ravi, 'Tables')]
  await answer(api('PUT', `/events/${hers}/rsvp/`, { as: ila, body: {} }), 200)
  await answer(api('PUT', `/events/${his}/rsvp/`, { as: me, body: { show_name: true } }), 200)
  const body = { text: `${NAME} brings quills`, to: 'going' }
  await answer(api('POST', `/events/${hers}/follow-up/`, { as: me, body }), 201)
  await eventually(() =>
    env.DB.prepare("select 1 from notifications where account_id = ? and kind = 'event_follow_up'")
      .bind(ila.user.id)
      .first(),
  )
}

/** What comes from outside or by mail: written down as the product would. */
async function leaveTraces(me: Teacher, pupil: string): Promise<void> {
  const at = now().getTime()
  const run = (sql: string, ...values: unknown[]) =>
    env.DB.prepare(sql)
      .bind(...values)
      .run()
  const { id } = me.user
  await run('insert into identities values (?, ?, ?, ?, ?)', 'https://accounts.google.com', 's-1', id, EMAIL, at)
  await run(
    'insert into mentor_applications (account_id, experience, changed_at) values (?, ?, ?) on conflict (account_id) do update set experience = excluded.experience',
    id,
    `Ten years as ${NAME}`,
    at,
  )
  await run("insert into email_undos values ('u1', ?, ?, ?, 'h', ?, ?)", id, EMAIL, EMAIL.toLowerCase(), at, at + 9e9)
  await run(
    "insert into company_email_proofs values ('c1', ?, ?, ?, 'Quill & Sons', 'h2', ?, ?)",
    id,
    EMAIL,
    EMAIL.toLowerCase(),
    at,
    at + 9e9,
  )
  await run("insert into guardians values (?, 'aunt@example.com', ?)", id, at)
  await run(
    "insert into guardian_consents values ('g1', ?, ?, 'uncle@example.com', 'granted', 'Uncle', ?, ?)",
    pupil,
    id,
    at,
    at,
  )
  await run("insert into guardian_links values ('h3', 'g1')")
  await run(
    `insert into notifications (id, formal_id, account_id, kind, cause, data, created_at)
     values ('n1', 'N999999', ?, 'guardian_agreed', 'guardian:1', ?, ?)`,
    pupil,
    JSON.stringify({ mentor_id: me.mentor_id, mentor_name: NAME }),
    at,
  )
  await run(
    "insert into dead_letters values ('d1', 'mail', ?, 8, 'no', ?, ?)",
    JSON.stringify({ email: EMAIL, account_id: id }),
    at,
    at,
  )
}

export async function live(): Promise<Life> {
  const [zephyrine, ila, ravi] = [await mentor({ name: NAME, email: EMAIL }), await student(), await mentor()]
  await tellOfOneself(zephyrine)
  await keepFiles(zephyrine)
  const conversation = await talk(zephyrine, ila)
  await meet(zephyrine, { ila, ravi })
  await gather(zephyrine, { ila, ravi })
  await answer(api('PUT', `/favourites/${ravi.mentor_id}/`, { as: zephyrine }), 200)
  await answer(api('PUT', `/favourites/${zephyrine.mentor_id}/`, { as: ila }), 200)
  await answer(api('POST', '/searches/', { as: zephyrine, body: { name: NAME, query: 'q=ink' } }), 201)
  await askForHelp(zephyrine)
  await leaveTraces(zephyrine, ila.user.id)
  return { zephyrine, ila, ravi, conversation }
}

/** The archive that a person asked for, when it is ready. */
export async function exported(as: Person): Promise<{ id: string; archive: Uint8Array<ArrayBuffer> }> {
  const { id } = await answer(api('POST', '/account/exports/', { as }), 202)
  await eventually(async () => {
    const { items } = await answer(api('GET', '/account/exports/', { as }), 200)
    return items.find((one: { id: string; state: string }) => one.id === id && one.state === 'ready')
  }, 30_000)
  const response = await api('GET', `/account/exports/${id}/download/`, { as })
  return { id, archive: new Uint8Array(await response.arrayBuffer()) }
}
