import { expect, test } from '@playwright/test'
import { bookingPage, bookingState, call, freeTimes, holdAndGoToPay, join, mentorNamed, pay, someone } from './world'

test('a hold that runs out says so, charges nothing and gives the time to somebody else', async ({ browser }) => {
  const [late, quick] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([join(late, 'Late Lina'), join(quick, 'Prompt Pia')])
  const mentor = await mentorNamed(late, 'Kabir')
  const offers = await call(late.request, 'get', `/api/mentors/${mentor.mentor_id}/`)
  const paid = {
    ...mentor,
    from_offer: offers.offers.find(({ amount_minor }: { amount_minor: number }) => amount_minor > 0),
  }
  const [time] = await freeTimes(late, paid)
  const page = await late.newPage()
  await page.goto(bookingPage(paid, time!.start_time))
  const id = await holdAndGoToPay(page)
  await call(late.request, 'post', '/sandbox/clock/', { advance_seconds: 1201 })
  await page.reload()
  await expect(page.getByText(/no longer held|Not held any more/).first()).toBeVisible()
  expect(await bookingState(late, id)).toBe('expired')

  const other = await quick.newPage()
  await other.goto(bookingPage(paid, time!.start_time))
  await holdAndGoToPay(other)
  await pay(other, 'It succeeds')
  await expect(other.getByRole('heading', { name: 'You are booked' })).toBeVisible()
})
