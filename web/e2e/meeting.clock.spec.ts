import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { call, freeTimes, join, logIn, mentorNamed, ORIGIN, someone } from './world'

const MINUTE = 60_000
const notes = (page: Page) => page.getByRole('textbox', { name: /^Notes that everybody/ })
const clock = (context: BrowserContext, at: number) =>
  context.request.post(`${ORIGIN}/sandbox/clock/`, { data: { now: new Date(at).toISOString() } })

/** A session with Mira that is paid for. */
async function agree(student: BrowserContext): Promise<{ id: string; start_time: string; end_time: string }> {
  const mentor = await mentorNamed(student, 'Mira')
  const [time] = await freeTimes(student, mentor)
  const { offers } = await call(student.request, 'get', `/api/mentors/${mentor.mentor_id}/`)
  const { questions } = offers.find(({ id }: { id: string }) => id === mentor.from_offer.id)
  const answered = questions.map(({ id }: { id: string }) => [id, 'I read about it.'])
  const body = {
    mentor_id: mentor.mentor_id,
    offer_id: mentor.from_offer.id,
    start_time: time!.start_time,
    time_zone: 'Asia/Kolkata',
    answers: { goal: 'A plan for the first week.', ...Object.fromEntries(answered) },
  }
  const { booking } = await call(student.request, 'post', '/api/student/book-session/', body)
  const { order } = await call(student.request, 'post', '/api/mentor/create-order/', { booking_id: booking.id })
  await student.request.post(`${ORIGIN}/sandbox/razorpay/orders/${order.razorpay_order_id}/pay/`, {
    data: { outcome: 'captured' },
  })
  const state = async () => (await call(student.request, 'get', `/api/bookings/${booking.id}/`)).state
  await expect.poll(state).toBe('confirmed')
  return booking
}

test('two people meet in the room, write together, and read afterwards who was there', async ({ browser }) => {
  test.slow()
  const [student, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await join(student, 'Meeting Maya')
  await logIn(mentor, 'mira')
  const session = await agree(student)
  const [mine, theirs] = [await student.newPage(), await mentor.newPage()]

  await mine.goto(`/meetings/${session.id}`)
  await expect(mine.getByText(/^The room opens/).first()).toBeVisible()
  await clock(student, Date.parse(session.start_time) - 5 * MINUTE)
  for (const page of [mine, theirs]) await page.goto(`/meetings/${session.id}`)
  for (const page of [mine, theirs]) await expect(page.getByText('Everybody is here.')).toBeVisible()
  await expect(theirs.getByText('A plan for the first week.')).toBeVisible()

  await notes(mine).fill('1. Read the logs')
  await expect(notes(theirs)).toHaveValue('1. Read the logs')
  await notes(theirs).fill('1. Read the logs\n2. Draw the queue')
  await expect(notes(mine)).toHaveValue('1. Read the logs\n2. Draw the queue')

  await clock(student, Date.parse(session.end_time) + 31 * MINUTE)
  await mine.goto(`/meetings/${session.id}`)
  await expect(mine.getByText('The session took place.')).toBeVisible()
  await expect(mine.getByText('2. Draw the queue')).toBeVisible()

  await mine.getByRole('button', { name: 'This is not right' }).click()
  await mine.getByRole('button', { name: 'Contest the verdict' }).click()
  await expect(mine.getByText('Required')).toBeVisible()
  await mine.getByLabel('What happened').fill('We talked for two minutes only.')
  await mine.getByRole('button', { name: 'Contest the verdict' }).click()
  await expect(mine.getByText('Being looked at')).toBeVisible()
})
