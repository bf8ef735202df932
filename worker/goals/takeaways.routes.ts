import * as contract from '../contract/goals'
import { TAKEAWAY_STATES } from '../contract/goals.constants'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import { sessionOf, type Session } from './goals.data'
import { hasTakeaways, keepTakeaways, takeawaysOf, type TakeawayRow } from './takeaways.data'
import { wordsOf } from './sharing.words'

const show = route('signed_in', {
  method: 'get',
  path: '/bookings/:id/takeaways/',
  operationId: 'takeawaysOfSession',
  summary: 'What the two of a session take along from it',
  params: contract.SharingPath,
  returns: { 200: contract.Takeaways },
  fails: ['not_found'],
  facts: (db, { params, me }) => ({ met: sessionOf(db, params.id, me), written: takeawaysOf(db, params.id) }),
})

const keep = route('signed_in', {
  method: 'put',
  path: '/bookings/:id/takeaways/',
  operationId: 'keepTakeaways',
  summary: 'What I take along from a session that has begun, and what comes next; the other side reads it',
  params: contract.SharingPath,
  body: contract.TakeawaysForm,
  needs: TO_REACH_OTHERS,
  returns: { 200: contract.Takeaways },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params, me }) => ({ met: sessionOf(db, params.id, me) }),
})

const hasBegun = ({ state }: Session): boolean => (TAKEAWAY_STATES as readonly string[]).includes(state)

const takenAlong = (row: TakeawayRow | undefined) =>
  row ? { takeaways: row.lines, next_steps: row.next_steps, updated_at: row.updated_at } : null
const viewOf = (session: Session, rows: TakeawayRow[], me: string) => ({
  mine: takenAlong(rows.find(({ author_account_id }) => author_account_id === me)),
  theirs: takenAlong(rows.find(({ author_account_id }) => author_account_id !== me)),
  may_write: hasBegun(session),
})

export const takeawayRoutes = slice()
  .on(show, (c) => {
    const { facts, account } = c.var
    return c.json(viewOf(facts.met[0] ?? fail('not_found'), facts.written, account.id))
  })
  .on(keep, async (c) => {
    const { db, params, body, account, now, facts } = c.var
    const session = facts.met[0] ?? fail('not_found')
    if (!hasBegun(session)) fail('state_conflict', { detail: 'Only a session that has begun leaves something behind.' })
    const { takeaways: lines, next_steps } = body
    const results = await write(db, [
      keepTakeaways(db, { booking_id: params.id, author: account.id, lines, next_steps, now }),
      ...notify(db, told(session, account.id), now, hasTakeaways(params.id, account.id)),
      takeawaysOf(db, params.id),
    ])
    return c.json(viewOf(session, results.at(-1) as TakeawayRow[], account.id))
  })

/** The other side hears of the first words, and of no later ones. */
function told(session: Session, author: string) {
  const reader = author === session.mentor_account_id ? ('student' as const) : ('mentor' as const)
  return {
    person: reader === 'student' ? session.student_account_id : session.mentor_account_id,
    kind: 'takeaways_written' as const,
    cause: `booking:${session.booking_id}:takeaways:${author}`,
    data: wordsOf(session, reader),
  }
}
