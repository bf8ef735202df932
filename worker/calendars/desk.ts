import { env } from 'cloudflare:test'
import ICAL from 'ical.js'
import ical, { type VEvent } from 'node-ical'
import type { Attachment } from '../notifications/notifications.schema'
import { answer, api, eventually, type Person, type Teacher } from '../test/world'

// What tests of calendars do again and again.

export interface Read {
  uid: string
  sequence: number
  status: string
  start: string
  end: string
  title: string
  description: string
}
const byUid = (one: Read, other: Read): number => one.uid.localeCompare(other.uid)

/** The events of a file as two parsers understand it that were written by different people. */
export function readTwice(file: string): { method: string | null; by: [Read[], Read[]] } {
  const calendar = new ICAL.Component(ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0])
  const one = calendar.getAllSubcomponents('vevent').map((component): Read => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      title: event.summary,
      description: event.description,
    }
  })
  const events = Object.values(ical.sync.parseICS(file)).filter((part): part is VEvent => part?.type === 'VEVENT')
  const other = events.map((event): Read => ({
    uid: event.uid,
    sequence: Number(event.sequence),
    status: String(event.status),
    start: new Date(event.start).toISOString(),
    end: new Date(event.end!).toISOString(),
    title: String(event.summary),
    description: String(event.description),
  }))
  const method = calendar.getFirstPropertyValue('method')
  return { method: method === null ? null : String(method), by: [one.toSorted(byUid), other.toSorted(byUid)] }
}

/** The one truth of a file, which both parsers must tell. */
export function events(file: string): { method: string | null; all: Read[] } {
  const { method, by } = readTwice(file)
  const [one, other] = by
  if (JSON.stringify(one) !== JSON.stringify(other))
    throw new Error(`two readings: ${JSON.stringify(one)} and ${JSON.stringify(other)}`)
  return { method, all: one }
}

/** Books this very time. */
export const book = async (as: Person, teacher: Teacher, start_time: string, time_zone = 'Asia/Kolkata') => {
  const body = { mentor_id: teacher.mentor_id, offer_id: teacher.offer.id, start_time, time_zone }
  return (await answer(api('POST', '/student/book-session/', { as, body }), 201)).booking
}

export const calendarFile = (as: Person, id: string): Promise<Response> =>
  api('GET', `/bookings/${id}/calendar.ics/`, { as })

export async function eventOf(as: Person, id: string): Promise<Read & { method: string | null }> {
  const response = await calendarFile(as, id)
  if (response.status !== 200) throw new Error(`no file: ${response.status}`)
  const { method, all } = events(await response.text())
  if (all.length !== 1) throw new Error(`${all.length} events`)
  return { method, ...all[0]! }
}

export interface Letter {
  id: string
  subject: string
  text: string
  attachments: Attachment[]
}
export const lettersTo = async ({ email }: Person, kind: string): Promise<Letter[]> => {
  const { results } = await env.DB.prepare(
    'select id, subject, text, attachments from mailbox where recipient = ? and kind = ? order by id',
  )
    .bind(email, kind)
    .all<Letter & { attachments: string }>()
  return results.map((letter) => ({ ...letter, attachments: JSON.parse(letter.attachments) as Attachment[] }))
}

/** All letters of a kind, once there are so many. */
export const letters = (who: Person, kind: string, least = 1): Promise<Letter[]> =>
  eventually(async () => {
    const found = await lettersTo(who, kind)
    return found.length >= least && found
  }, 15_000)

export const openFeed = (as: Person): Promise<{ url: string; created_at: string }> =>
  answer(api('POST', '/calendar-feed/', { as }), 201)
