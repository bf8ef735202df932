import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { Audience, GuestView, Place } from '../contract/events.constants'
import { instant } from '../lib/columns'

export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    /** Its row in the full-text index, which a vacuum must not renumber. */
    number: integer('number').notNull(),
    organizer_account_id: text('organizer_account_id')
      .notNull()
      .references(() => accounts.id),
    created_by_role: text('created_by_role').$type<'mentor' | 'admin'>().notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    start_time: instant('start_time').notNull(),
    end_time: instant('end_time').notNull(),
    time_zone: text('time_zone').notNull(),
    place: text('place').$type<Place>().notNull(),
    location: text('location'),
    online_link: text('online_link'),
    /** Of a copy that is ours; none until it is there. */
    cover_image: text('cover_image'),
    /** The foreign address that is to be copied, or could not be. */
    cover_source: text('cover_source'),
    cover_fault: text('cover_fault'),
    capacity: integer('capacity'),
    guests: text('guests').$type<GuestView>().notNull().default('counts'),
    /** None: a draft, which its organizer alone sees. */
    published_at: instant('published_at'),
    cancelled_at: instant('cancelled_at'),
    cancelled_by: text('cancelled_by'),
    cancel_reason: text('cancel_reason'),
    /** Rises with every change that a calendar should see (B11). */
    sequence: integer('sequence').notNull().default(0),
    /** Rises with every new start, since `timed_at`: of each there is one reminder of a kind (B12). */
    time_version: integer('time_version').notNull().default(0),
    timed_at: instant('timed_at').notNull(),
    /** Kept by triggers. */
    going: integer('going').notNull().default(0),
    waiting: integer('waiting').notNull().default(0),
    came: integer('came').notNull().default(0),
    did_not_come: integer('did_not_come').notNull().default(0),
    created_at: instant('created_at').notNull(),
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('events_by_number').on(t.number),
    index('events_published')
      .on(t.start_time, t.id)
      .where(sql`published_at is not null`),
    index('events_of_organizer').on(t.organizer_account_id, t.start_time, t.id),
    index('events_by_cover')
      .on(t.cover_image)
      .where(sql`cover_image is not null`),
  ],
)

/** Somebody's answer to an event: one row for each person, whatever they change their mind to. */
export const event_rsvps = sqliteTable(
  'event_rsvps',
  {
    id: text('id').primaryKey(),
    event_id: text('event_id')
      .notNull()
      .references(() => events.id),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    state: text('state').$type<'going' | 'waiting' | 'left'>().notNull(),
    /** The order in which people asked; whoever comes back asks anew. */
    line: integer('line').notNull(),
    show_name: integer('show_name', { mode: 'boolean' }).notNull().default(false),
    /** Rises with each change of the state, so that this person's calendar believes what comes later. */
    version: integer('version').notNull().default(0),
    /** The write that gave them this state: what follows from it finds them by it. */
    act: text('act').notNull(),
    came: integer('came', { mode: 'boolean' }),
    checked_at: instant('checked_at'),
    checked_by: text('checked_by'),
    /** Since when this state holds. */
    joined_at: instant('joined_at').notNull(),
  },
  (t) => [
    uniqueIndex('rsvp_once').on(t.event_id, t.account_id),
    index('rsvps_of_event').on(t.event_id, t.state, t.line),
    index('rsvps_in_line').on(t.event_id, t.line),
    index('rsvps_of_account').on(t.account_id, t.state, t.event_id),
    index('rsvps_by_act').on(t.act),
  ],
)

/** A reminder that has left: once for each event, time before it, and version of its time (B12). */
export const event_reminders = sqliteTable(
  'event_reminders',
  {
    event_id: text('event_id').notNull(),
    minutes: integer('minutes').notNull(),
    time_version: integer('time_version').notNull(),
    sent_at: instant('sent_at').notNull(),
  },
  (t) => [
    uniqueIndex('event_reminder_once').on(t.event_id, t.minutes, t.time_version),
    index('event_reminders_by_time').on(t.sent_at),
  ],
)

/** What an organizer wrote to those who came, or are going. */
export const event_follow_ups = sqliteTable(
  'event_follow_ups',
  {
    id: text('id').primaryKey(),
    event_id: text('event_id')
      .notNull()
      .references(() => events.id),
    author_account_id: text('author_account_id')
      .notNull()
      .references(() => accounts.id),
    audience: text('audience').$type<Audience>().notNull(),
    text: text('text').notNull(),
    sent_at: instant('sent_at').notNull(),
  },
  (t) => [
    index('follow_ups_of_event').on(t.event_id, t.sent_at),
    index('follow_ups_by_author').on(t.author_account_id),
  ],
)

/** Append-only: which event of somebody else a member of staff changed or cancelled, and why. */
export const event_staff_acts = sqliteTable(
  'event_staff_acts',
  {
    id: text('id').primaryKey(),
    event_id: text('event_id').notNull(),
    organizer_account_id: text('organizer_account_id').notNull(),
    staff_account_id: text('staff_account_id').notNull(),
    act: text('act').$type<'changed' | 'cancelled' | 'deleted'>().notNull(),
    reason: text('reason'),
    at: instant('at').notNull(),
  },
  (t) => [
    index('staff_acts_of_event').on(t.event_id, t.at),
    index('staff_acts_on_organizer').on(t.organizer_account_id),
    index('staff_acts_by_staff').on(t.staff_account_id),
  ],
)
