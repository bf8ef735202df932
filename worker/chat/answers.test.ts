import { env, evictDurableObject } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { moveClock, now } from '../lib/clock'
import { runJobs } from '../lib/jobs'
import { answer, api, eventually, mentor, student, type Person, type Teacher } from '../test/world'
import { nightlyChatJobs } from './chat.jobs'
import { conversationOf } from './conversation'
import { roomOf } from './desk'

const HOUR = 3_600_000

/** Questions of a student, each answered after so many hours; the newest some hours ago. */
async function answered(mira: Teacher, hours: number[], ago = 1) {
  const asha = await student()
  const { id } = await answer(api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }), 201)
  let at = now().getTime() - ago * HOUR - hours.reduce((sum, one) => sum + one + 1, 0) * HOUR
  const messages = hours.flatMap((wait) => {
    const said = (who: Person, after: number) => ({
      sender_id: who.user.id,
      content: 'Words',
      sent_at: new Date((at += after * HOUR)).toISOString(),
    })
    // The second question and the second answer change nothing.
    return [said(asha, 0.5), said(asha, wait / 2), said(mira, wait / 2), said(mira, 0.5)]
  })
  const members = [
    { account_id: mira.user.id, role: 'mentor' as const, name: mira.user.name },
    { account_id: asha.user.id, role: 'student' as const, name: asha.user.name },
  ]
  await conversationOf(env, id).plant({ conversation_id: id, members }, messages, {})
  await conversationOf(env, id).register()
  return roomOf(asha, mira, id)
}

const onPage = async ({ mentor_id }: Teacher) => (await answer(api('GET', `/mentors/${mentor_id}/`), 200)).answers_in
const inList = async (as: Person) =>
  (await answer(api('GET', '/chat/conversations/', { as }), 200)).items[0].other.answers_in

it('is said from five answers on, wherever they were given, to students and on the page', async () => {
  const mira = await mentor()
  const room = await answered(mira, [0.5, 0.5])
  await answered(mira, [0.2, 0.2])
  expect(await onPage(mira)).toBe(null)
  await room.say(room.asha, 'May I ask?')
  await evictDurableObject(conversationOf(env, room.id))
  await room.say(mira, 'Please')
  await eventually(async () => (await onPage(mira)) === 'an_hour')
  expect(await inList(room.asha)).toBe('an_hour')
  expect(await inList(mira)).toBe(null)
})

it.each([
  ['within a few hours', [0.1, 0.1, 4, 40, 40], 'a_few_hours'],
  ['within a day', [1, 20, 20, 20, 60], 'a_day'],
  ['within a few days', [1, 1, 60, 60, 60], 'a_few_days'],
  ['so late that nothing is said', [1, 1, 200, 200, 200], null],
  ['between the two in the middle', [0.5, 0.5, 0.5, 20, 20, 20], 'a_day'],
])('is the median: %s', async (_, hours, answers_in) => {
  const mira = await mentor()
  await answered(mira, hours)
  expect(await onPage(mira)).toBe(answers_in)
})

it('forgets what is older than 90 days', async () => {
  const mira = await mentor()
  await answered(mira, [0.5, 0.5, 0.5], 80 * 24)
  await answered(mira, [0.5, 0.5, 0.5])
  expect(await onPage(mira)).toBe('an_hour')
  await moveClock(env, new Date(now().getTime() + 11 * 24 * HOUR))
  await runJobs(env, nightlyChatJobs)
  expect(await onPage(mira)).toBe(null)
})
