import { sql } from 'drizzle-orm'
import { event_follow_ups, event_rsvps, event_staff_acts, events } from '../events/events.schema'
import { belonging, by, type Belonging } from './belongings'

const ofMine = ({ id }: { id: string }) => sql`event_id in (select id from events where organizer_account_id = ${id})`

/** What a person organizes and goes to. Their own events leave with them; everybody was told when the closing began. */
export const EVENT_BELONGINGS: Belonging[] = [
  belonging(event_follow_ups, {
    mine: by(event_follow_ups.author_account_id),
    traces: ofMine,
    taken: { but: [] },
    left: 'nothing',
  }),
  belonging(event_rsvps, {
    mine: by(event_rsvps.account_id),
    traces: ofMine,
    taken: { but: ['checked_by', 'act'] },
    left: 'nothing',
  }),
  belonging(events, {
    mine: by(events.organizer_account_id),
    taken: { but: ['number', 'cancelled_by'] },
    left: 'nothing',
  }),
  belonging(event_staff_acts, {
    mine: by(event_staff_acts.organizer_account_id),
    taken: { but: ['staff_account_id'] },
    left: { everything: 'Who of the staff changed or cancelled an event, and why, stays on record' },
  }),
]
