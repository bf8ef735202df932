import { expect, test, type Page } from '@playwright/test'
import {
  call,
  join,
  joinUnproven,
  letterTo,
  logIn,
  mentorNamed,
  pathIn,
  pay,
  sayBirthDate,
  signUp,
  someone,
  typeCode,
} from './world'

// What is done offline is done with the service worker.
test.use({ serviceWorkers: 'allow' })

const bubble = (page: Page, text: string) => page.locator('.bubble').filter({ hasText: text })
const write = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: /^Message to/ }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
}

test('a student signs up, finds a mentor, books, pays and talks; the mentor sees all of it live', async ({
  browser,
}) => {
  test.slow()
  const [student, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Europe/Lisbon')]
  await logIn(mentor, 'mira')
  const [mine, theirs] = [await student.newPage(), await mentor.newPage()]
  await theirs.goto('/home')
  await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible()

  await test.step('signs up and finds the mentor', async () => {
    await mine.goto('/')
    await mine.getByRole('link', { name: 'Join free' }).first().click()
    await typeCode(mine, await signUp(mine, 'Noor Ahluwalia'))
    await mine.waitForURL(/\/welcome/)
    await mine.getByRole('link', { name: 'Skip for now' }).click()
    await mine.waitForURL(/\/mentors/)
    await mine.getByRole('searchbox').first().fill('mira')
    await mine.getByRole('link', { name: 'Mira Kulkarni' }).click()
    await expect(mine.getByRole('heading', { level: 1, name: 'Mira Kulkarni' })).toBeVisible()
  })

  await test.step('picks a time and holds it', async () => {
    await mine.locator('.week-strip button:not([disabled])').last().click()
    await mine
      .getByRole('group', { name: /^Free times/ })
      .getByRole('button')
      .last()
      .click()
    await mine
      .getByRole('link', { name: /^Continue with/ })
      .or(mine.getByRole('button', { name: /^Continue with/ }))
      .click()
    await mine.getByLabel('What you want from it').fill('My queue grows at seven in the morning.')
    await mine.getByRole('button', { name: /^Hold / }).click()
    await sayBirthDate(mine)
    await expect(mine.getByText(/is held for you/)).toBeVisible()
  })

  await test.step('pays, and the mentor is told at once', async () => {
    const bell = theirs.getByRole('link', { name: /^Notifications/ }).first()
    const before = await bell.innerText()
    await mine.getByRole('link', { name: /^Pay / }).click()
    await mine.waitForURL(/\/checkout\//)
    await pay(mine, 'It succeeds')
    await expect(mine.getByRole('heading', { name: 'You are booked' })).toBeVisible()
    await expect(theirs.getByText(/Noor Ahluwalia booked/).first()).toBeVisible()
    await expect(bell).not.toHaveText(before)
  })

  await test.step('both talk', async () => {
    await mine.goto('/sessions')
    await mine.getByRole('button', { name: 'Message', exact: true }).first().click()
    await write(mine, 'Hello Mira, I sent you a graph.')
    await expect(bubble(mine, 'I sent you a graph').getByText('sent', { exact: true })).toBeAttached()
    await theirs.goto('/messages')
    await theirs
      .getByRole('link', { name: /Noor Ahluwalia/ })
      .first()
      .click()
    await expect(bubble(theirs, 'I sent you a graph')).toBeVisible()
    await expect(bubble(mine, 'I sent you a graph').getByText('read', { exact: true })).toBeAttached()
    await write(theirs, 'The second peak is the interesting one.')
    await expect(bubble(mine, 'The second peak')).toBeVisible()
  })

  await test.step('a reload and a cut connection lose nothing and double nothing', async () => {
    await student.setOffline(true)
    await write(mine, 'Written in a tunnel, first')
    await write(mine, 'Written in a tunnel, second')
    await expect(bubble(mine, 'tunnel, second').getByText('sending')).toBeAttached()
    await write(theirs, 'Said while you were away')
    await student.setOffline(false)
    await expect(bubble(mine, 'Said while you were away')).toBeVisible({ timeout: 20_000 })
    await expect(bubble(theirs, 'tunnel, second')).toBeVisible({ timeout: 20_000 })
    await mine.reload()
    for (const page of [mine, theirs]) {
      for (const text of ['tunnel, first', 'tunnel, second', 'while you were away', 'I sent you a graph']) {
        await expect(bubble(page, text)).toHaveCount(1)
      }
      const order = await page.locator('.bubble').allInnerTexts()
      const at = (text: string) => order.findIndex((one) => one.includes(text))
      expect(Math.abs(at('tunnel, first') - at('tunnel, second'))).toBe(1)
    }
  })
})

test('what is written with sockets blocked arrives all the same', async ({ browser }) => {
  const student = await someone(browser, 'Asia/Kolkata')
  await join(student, 'Blocked Sockets')
  const page = await student.newPage()
  await page.routeWebSocket(/\/ws\//, (socket) => socket.close())
  const { mentor_id } = await mentorNamed(student, 'Haruka')
  const { id } = await call(student.request, 'post', '/api/chat/conversations/', { with: mentor_id })
  await page.goto(`/messages/${id}`)
  await write(page, 'By the slow road')
  await expect(bubble(page, 'By the slow road').getByText('sent', { exact: true })).toBeAttached({ timeout: 20_000 })
  const { items } = await call(student.request, 'get', `/api/chat/messages/${id}/`)
  expect(items.map(({ content }: { content: string }) => content)).toEqual(['By the slow road'])
})

test('the link of the mail confirms the address, once', async ({ context, page }) => {
  const { user } = await joinUnproven(context, 'Proven Priti')
  const link = pathIn(await letterTo(context.request, user.email, 'email_verification'), '/verify-email')
  await page.goto(link)
  await expect(page.getByText('Your e-mail is confirmed')).toBeVisible()
  expect(await call(context.request, 'get', '/api/auth/me/')).toMatchObject({ email_verified: true })
  await page.reload()
  await expect(page.getByText('This link does not work any more')).toBeVisible()
})
