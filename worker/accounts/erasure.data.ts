import { sql } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { blankOf, type Belonging, type Person } from './belongings'
import { BELONGINGS, FORMER_MEMBER } from './belongings.data'

/** Everything that is a person's in the database, as the list says. All in one batch, the account itself at the end. */
export const eraseBelongings = (db: Database, person: Person, at: Date): Statement[] => [
  // Rows leave in the order of the list, whichever way they refer to each other.
  db.run(sql`pragma defer_foreign_keys = on`),
  ...forgetInNotices(db, person),
  ...forgetInBookings(db, person),
  ...BELONGINGS.flatMap(({ table, traces }) => (traces ? [db.delete(table).where(traces(person))] : [])),
  ...BELONGINGS.flatMap((one) => eraseRows(db, one, person, at)),
]

function eraseRows(db: Database, { table, mine, left }: Belonging, person: Person, at: Date): Statement[] {
  if (left === 'nothing') return [db.delete(table).where(mine(person))]
  if ('everything' in left) return []
  const sets = left.sets?.(at) ?? {}
  const values = 'keeps' in left ? blankOf(table, left.keeps, sets) : { ...sets }
  return [db.update(table).set(values).where(mine(person))]
}

/** What the person wrote for a session, and what the provider knows of a payer. */
const forgetInBookings = (db: Database, { id }: Person): Statement[] => [
  db.run(sql`update bookings set answers = '{}' where student_account_id = ${id}`),
  db.run(sql`update bookings set cancel_reason = null where cancelled_by = ${id}
    and (mentor_account_id = ${id} or student_account_id = ${id})`),
  db.run(sql`update payment_events set raw = json_remove(raw, ${CONTACT('email')}, ${CONTACT('contact')}, ${CONTACT('vpa')}, ${CONTACT('card')})
    where source = 'webhook' and json_valid(raw) and razorpay_order_id in (
      select razorpay_order_id from orders where payer_id = ${id} and razorpay_order_id is not null)`),
]
const CONTACT = (field: string) => `$.payload.payment.entity.${field}`

const others = (id: string) => sql`(select student_account_id from bookings where mentor_account_id = ${id}
  union select mentor_account_id from bookings where student_account_id = ${id})`
const partners = (id: string) => sql`(select student_account_id from conversations where mentor_account_id = ${id}
  union select mentor_account_id from conversations where student_account_id = ${id})`

/** What other people were told about this one: the name in it, and what the person wrote. */
const forgetInNotices = (db: Database, { id, email, email_key }: Person): Statement[] => [
  ...(['mentor', 'student'] as const).map((side) => {
    const column = sql.raw(`${side}_account_id`)
    return db.run(sql`update notifications set data = json_set(data, ${`$.${side}_name`}, ${FORMER_MEMBER})
      where account_id in ${others(id)} and data ->> 'booking_id' in (select id from bookings where ${column} = ${id})`)
  }),
  db.run(sql`update notifications set data = json_remove(data, '$.reason')
    where account_id in ${others(id)} and data ->> 'booking_id' in (
      select id from bookings where cancelled_by = ${id} and (mentor_account_id = ${id} or student_account_id = ${id}))`),
  db.run(sql`update notifications set data = json_set(data, '$.sender_name', ${FORMER_MEMBER},
      '$.preview', replace(replace(data ->> 'preview', ${email}, ''), ${email_key}, ''))
    where account_id in ${partners(id)} and kind = 'message_received' and data ->> 'conversation_id' in (
      select conversation_id from conversation_members where account_id = ${id})`),
  db.run(sql`update notifications set data = json_set(data, '$.alternatives', (
      select json_group_array(json(value)) from json_each(data, '$.alternatives')
      where value ->> 'mentor_id' <> (select mentor_id from mentors where account_id = ${id})))
    where kind = 'mentor_left' and instr(data, (select mentor_id from mentors where account_id = ${id})) > 0`),
  db.run(sql`update notifications set data = json_set(data, '$.mentor_name', ${FORMER_MEMBER})
    where account_id in (select account_id from guardian_consents where mentor_account_id = ${id})
      and data ->> 'mentor_id' = (select mentor_id from mentors where account_id = ${id})`),
  db.run(
    sql`update notifications set data = json_set(data, '$.by_name', ${FORMER_MEMBER}) where data ->> 'by_account_id' = ${id}`,
  ),
  db.run(sql`update notifications set data = json_remove(
      json_set(data, '$.organizer_name', ${FORMER_MEMBER}, '$.event_title', 'Event', '$.location', null), '$.words', '$.reason')
    where account_id in (select account_id from event_rsvps where event_id in (
        select id from events where organizer_account_id = ${id}))
      and data ->> 'event_id' in (select id from events where organizer_account_id = ${id})`),
  db.run(sql`update conversations set last_preview = replace(replace(last_preview, ${email}, ''), ${email_key}, '')
    where mentor_account_id = ${id} or student_account_id = ${id}`),
]
