import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { call, join, letterTo, logIn, mentorNamed, pathIn, someone } from './world'

const choice = (page: Page, name: string) => page.getByRole('switch', { name, exact: true })
const badge = (page: Page, count: number) =>
  page.getByRole('banner').getByRole('link', {
    name: count > 0 ? `Notifications, ${count} unread` : 'Notifications',
    exact: true,
  })
const toasts = (page: Page) => page.getByRole('region', { name: 'What just happened' }).locator('li')

/** Opens a page that listens; answers what its inbox hears. */
async function listening(page: Page, path: string): Promise<(words: string) => Promise<void>> {
  const heard: string[] = []
  page.on('websocket', (socket) => {
    if (socket.url().includes('/ws/inbox/')) socket.on('framereceived', ({ payload }) => heard.push(String(payload)))
  })
  const hears = (words: string) => expect.poll(() => heard.some((frame) => frame.includes(words))).toBe(true)
  await page.goto(path)
  await hears('"hello"')
  return hears
}

/** A student and a mentor who can write to her. */
async function introduced(student: BrowserContext, mentor: BrowserContext, name: string) {
  await Promise.all([join(student, name), logIn(mentor, 'kabir')])
  const kabir = await mentorNamed(student, 'Kabir')
  const { id } = await call(student.request, 'post', '/api/chat/conversations/', { with: kabir.mentor_id })
  const say = ({ request }: BrowserContext, content: string) =>
    call(request, 'post', '/api/chat/messages/', { conversation_id: id, client_id: crypto.randomUUID(), content })
  await say(student, 'Hello')
  return { id, write: (content: string) => say(mentor, content) }
}

test('what is chosen by kind and channel, and the quiet hours, are there after a reload @phone', async ({
  browser,
}) => {
  const context = await someone(browser, 'Asia/Kolkata')
  await join(context, 'Choosing Charu')
  const page = await context.newPage()
  await page.goto('/settings/notifications')
  const saved = () => page.waitForResponse((one) => one.request().method() === 'PUT' && one.ok())
  for (const name of ['Your data is ready By mail', 'Somebody wrote to you In the product']) {
    const answered = saved()
    await choice(page, name).click()
    await answered
  }
  await expect(choice(page, 'Payments By mail')).toHaveCount(0)
  await expect(page.getByText(/it is your money/)).toBeVisible()

  const night = saved()
  await page.getByRole('switch', { name: /Quiet hours/ }).click()
  await night
  await page.getByLabel('From').fill('21:30')
  await page.getByLabel('Until').fill('06:45')
  await expect(page.getByText(/By the clock in Kolkata/)).toBeVisible()
  const hours = saved()
  await page.getByRole('button', { name: 'Save' }).click()
  await hours

  await page.reload()
  await expect(choice(page, 'Your data is ready By mail')).not.toBeChecked()
  await expect(choice(page, 'Your data is ready In the product')).toBeChecked()
  await expect(choice(page, 'Somebody wrote to you In the product')).not.toBeChecked()
  await expect(page.getByLabel('From')).toHaveValue('21:30')
  await expect(page.getByLabel('Until')).toHaveValue('06:45')
})

test('a message shows by itself, once among several tabs, leads to its page, and all is read at once', async ({
  browser,
}) => {
  const [student, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  const { id, write } = await introduced(student, mentor, 'Noticing Nila')
  const tabs = await Promise.all([student.newPage(), student.newPage(), student.newPage()])
  for (const page of tabs) {
    await listening(page, '/goals')
    await expect(badge(page, 0)).toBeVisible()
  }
  await write('Shall we meet earlier?')
  for (const page of tabs) {
    await expect(badge(page, 1)).toBeVisible()
    await expect(page).toHaveTitle(/^\(1\) /)
  }
  const counts = async () => Promise.all(tabs.map((page) => page.getByText('Shall we meet earlier?').count()))
  await expect.poll(async () => (await counts()).filter((count) => count > 0).length).toBe(1)
  const told = tabs[(await counts()).findIndex((count) => count > 0)]!
  await told.getByRole('button', { name: 'Open' }).click()
  await expect(told).toHaveURL(`/messages/${id}`)
  for (const page of tabs) {
    await expect(badge(page, 0)).toBeVisible()
    await expect(page).not.toHaveTitle(/^\(/)
  }
})

test('in quiet hours it is counted and listed without a toast, after them with one, and all is marked as read', async ({
  browser,
}) => {
  const [student, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  const { id, write } = await introduced(student, mentor, 'Sleeping Sita')
  const { now } = await call(student.request, 'get', '/sandbox/')
  const hour = (shift: number) =>
    new Date(Date.parse(now) + shift * 3_600_000).toLocaleTimeString('en-GB', {
      timeZone: 'Asia/Kolkata',
      hour: '2-digit',
      minute: '2-digit',
    })
  const choose = (quiet_hours: { from: string; until: string } | null) =>
    call(student.request, 'put', '/api/account/preferences/', { quiet_hours })
  await choose({ from: hour(-2), until: hour(2) })
  const page = await student.newPage()
  await page.goto('/notifications')
  await expect(page.getByText('Nothing has happened yet')).toBeVisible()
  await write('Are you awake?')
  await expect(badge(page, 1)).toBeVisible()
  const hears = await listening(page, '/goals')
  await write('I think not')
  await hears('I think not')
  await expect(page).toHaveTitle(/^\(1\) /)
  await choose(null)
  await write('Good morning')
  await expect(toasts(page)).toHaveCount(1)
  await expect(toasts(page)).toContainText('Good morning')

  await page.goto('/notifications')
  const row = page.getByRole('link', { name: /Kabir.*Good morning/ })
  await expect(row).toHaveAttribute('href', `/messages/${id}`)
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(badge(page, 0)).toBeVisible()
  await page.getByRole('button', { name: 'Unread', exact: true }).click()
  await expect(page.getByText('Everything is read')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Everything is read')).toBeVisible()
})

test('the link at the end of a mail stops mails of its kind, without signing in @phone', async ({ browser }) => {
  const [member, stranger] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  const { user } = await join(member, 'Mailed Mala')
  await call(member.request, 'post', '/api/account/exports/', {})
  const letter = await letterTo(member.request, user.email, 'export_ready')
  const page = await stranger.newPage()
  await page.goto(pathIn(letter, '/mail/preferences'))
  await expect(page.getByText('you need not sign in')).toBeVisible()
  await page.getByRole('button', { name: 'No more mails of this kind: Your data is ready' }).click()
  await expect(page.getByText('Mails of this kind do not come any more: Your data is ready')).toBeVisible()
  await page.getByRole('switch', { name: /Unread messages/ }).click()
  const mail = async () => (await call(member.request, 'get', '/api/account/preferences/')).mail
  await expect.poll(mail).toMatchObject({ export_ready: false, message_digest: false, time_opened: true })
  await page.reload()
  await expect(page.getByRole('switch', { name: /Your data is ready/ })).not.toBeChecked()
  await page.getByRole('switch', { name: /Your data is ready/ }).click()
  await expect.poll(mail).toMatchObject({ export_ready: true })
})
