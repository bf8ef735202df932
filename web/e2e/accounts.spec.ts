import { expect, test, type Browser, type Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import {
  bookingPage,
  call,
  freeTimes,
  join,
  joinUnproven,
  letterTo,
  mentorNamed,
  NEW_PASSWORD,
  newAddress,
  pathIn,
  sayBirthDate,
  signUp,
  someone,
  typeCode,
} from './world'

const ZONE = 'Asia/Kolkata'
const pageOf = async (browser: Browser) => (await someone(browser, ZONE)).newPage()
const saved = (page: Page, words: string) => expect(page.getByText(words).first()).toBeVisible()

async function logInAs(page: Page, email: string, password = NEW_PASSWORD): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('E-mail or your id').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

test('@thumb joining, the code and the birth date are asked in place, and the chosen time and the words survive', async ({
  page,
  context,
}) => {
  const mentor = await mentorNamed(context, 'Priya')
  const [, , time] = await freeTimes(context, mentor)
  const start = time!.start_time
  await page.goto(bookingPage(mentor, start))
  await page.getByLabel('What you want from it').fill('Words from before the account.')
  await page.getByRole('link', { name: 'Join and continue' }).click()
  const email = await signUp(page, 'Slow Starter')
  await expect(page).toHaveURL(/\/signup/)
  await expect(page.getByText(new RegExp(email))).toBeVisible()
  await expect(page.getByText(/New code in 0:/)).toBeVisible()

  await page.getByLabel('Code of six digits').fill('000 000')
  await expect(page.getByText(/This is not the code/)).toBeVisible()
  await typeCode(page, email)

  await expect(page.getByLabel('What you want from it')).toHaveValue('Words from before the account.')
  expect(new URL(page.url()).searchParams.get('start')).toBe(start)
  await page.getByRole('button', { name: /^Hold / }).click()
  await expect(page.getByRole('dialog', { name: 'When were you born?' })).toBeVisible()
  await sayBirthDate(page)
  await expect(page.getByText(/is held for you/)).toBeVisible()
  expect(await call(context.request, 'get', '/api/auth/me/')).toMatchObject({
    email_verified: true,
    birth_date_known: true,
    is_minor: false,
  })
})

test('who looks around first is asked for the code where it is needed, and what was begun goes on', async ({
  page,
  context,
}) => {
  await page.goto('/signup')
  const email = await signUp(page, 'Looks Around')
  await page.getByRole('button', { name: 'Look around first' }).click()
  await expect(page).toHaveURL(/\/welcome/)
  const mentor = await mentorNamed(context, 'Elif')
  await page.goto(`/mentors/${mentor.mentor_id}`)
  await page.getByRole('button', { name: /^Write to/ }).click()
  await typeCode(page, email)
  await sayBirthDate(page)
  await expect(page).toHaveURL(/\/messages\//)
  await page.getByRole('textbox', { name: /^Message to/ }).fill('Hello')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.locator('.bubble').filter({ hasText: 'Hello' })).toBeVisible()
})

test('somebody who mistyped the address takes another one at the sign-up, by the link that goes there', async ({
  page,
  browser,
}) => {
  await page.goto('/signup')
  await signUp(page, 'Mistyped Mia')
  const right = newAddress('right mia')
  await page.getByRole('button', { name: 'Use another address' }).click()
  await page.getByLabel('New e-mail').fill(right)
  await page.getByRole('button', { name: 'Mail the link' }).click()
  await expect(page.getByText(/This page goes on by itself/)).toBeVisible()
  const phone = await pageOf(browser)
  await phone.goto(pathIn(await letterTo(page.request, right, 'email_change'), '/email-change'))
  await saved(phone, 'Your e-mail is changed')
  await expect(page).toHaveURL(/\/welcome/)
})

test('a forgotten password is set anew by the mailed link, once, and every device is signed out', async ({
  browser,
}) => {
  test.slow()
  const [old, fresh] = [await someone(browser, ZONE), await someone(browser, ZONE)]
  const { user } = await join(old, 'Forgetful Farah')
  const elsewhere = await old.newPage()
  await elsewhere.goto('/home')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toBeAttached()

  const page = await fresh.newPage()
  await page.goto('/login')
  await page.getByLabel('E-mail or your id').fill(user.email)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByLabel('E-mail')).toHaveValue(user.email)
  await page.getByRole('button', { name: 'Mail the link' }).click()
  await expect(page.getByText(/a link is on its way/)).toBeVisible()
  const link = pathIn(await letterTo(fresh.request, user.email, 'password_reset'), '/reset')
  await page.goto(link)
  await page.getByLabel('New password').fill('password1')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByText(/among the most common/)).toBeVisible()
  await page.getByLabel('New password').fill('a louder river stone')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await saved(page, 'Your password is changed')

  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/login/)
  await logInAs(page, user.email)
  await expect(page.getByText(/is not right/)).toBeVisible()
  await logInAs(page, user.email, 'a louder river stone')
  await expect(page).toHaveURL(/\/home/)
  await page.goto(link)
  await page.getByLabel('New password').fill('the quietest river')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await saved(page, 'This link does not work any more')
})

test('asking for a new password says the same about an address that nobody has', async ({ page }) => {
  await page.goto('/forgot')
  await page.getByLabel('E-mail').fill(newAddress('nobody'))
  await page.getByRole('button', { name: 'Mail the link' }).click()
  await expect(page.getByText(/has an account here, a link is on its way/)).toBeVisible()
})

test('two-step sign-in is set up, asked for at the log-in, and a recovery code stands in for a lost phone', async ({
  browser,
}) => {
  test.slow()
  const context = await someone(browser, ZONE)
  const { user } = await join(context, 'Careful Cara')
  const page = await context.newPage()
  await page.goto('/settings/security')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByLabel('Your password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  const codeIn = async (steps: number) => {
    const { now } = await call(context.request, 'get', '/sandbox/')
    return new TOTP({ secret }).generate({ timestamp: Date.parse(now) + steps * 30_000 })
  }
  await page.getByLabel('Code the app shows now').fill(await codeIn(0))
  await expect(page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem')).toHaveCount(10)
  const [kept] = await page.getByRole('list', { name: 'Your recovery codes' }).locator('code').allInnerTexts()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 recovery codes left')).toBeVisible()

  const other = await pageOf(browser)
  await logInAs(other, user.email)
  await other.getByLabel('Code of six digits').fill('000000')
  await expect(other.getByText(/This code is not right/)).toBeVisible()
  await other.getByLabel('Code of six digits').fill(await codeIn(1))
  await expect(other).toHaveURL(/\/home/)

  const phoneless = await pageOf(browser)
  await logInAs(phoneless, user.email)
  await phoneless.getByRole('button', { name: 'Use a recovery code' }).click()
  await phoneless.getByLabel('Recovery code').fill(kept!)
  await phoneless.getByRole('button', { name: 'Log in' }).click()
  await expect(phoneless).toHaveURL(/\/home/)
  await phoneless.goto('/settings/security')
  await expect(phoneless.getByText('9 recovery codes left')).toBeVisible()
})

test('a changed e-mail counts when its link is opened, and the old address can take it back', async ({ browser }) => {
  test.slow()
  const context = await someone(browser, ZONE)
  const { user } = await join(context, 'Moving Mona')
  const next = newAddress('mona elsewhere')
  const page = await context.newPage()
  await page.goto('/settings/account')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByLabel('New e-mail').fill(next)
  await page.getByLabel('Your password', { exact: true }).fill('not my password')
  await page.getByRole('button', { name: 'Mail the link' }).click()
  await expect(page.getByText('This is not your password.')).toBeVisible()
  await page.getByLabel('Your password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Mail the link' }).click()
  await expect(page.getByText(/Open the link that we mailed/)).toBeVisible()
  expect((await call(context.request, 'get', '/api/auth/me/')).email).toBe(user.email)

  await page.goto(pathIn(await letterTo(context.request, next, 'email_change'), '/email-change'))
  await saved(page, 'Your e-mail is changed')
  expect((await call(context.request, 'get', '/api/auth/me/')).email).toBe(next)

  const owner = await pageOf(browser)
  const undo = pathIn(await letterTo(context.request, user.email, 'email_change_notice'), '/email-change/undo')
  await owner.goto(undo)
  await owner.getByRole('button', { name: 'Take the change back' }).click()
  await saved(owner, 'Your old address is back')
  await page.goto('/home')
  await expect(page).toHaveURL(/\/login/)
  await logInAs(owner, user.email)
  await expect(owner.getByText(/is not right/)).toBeVisible()
  await owner.goto(undo)
  await owner.getByRole('button', { name: 'Take the change back' }).click()
  await saved(owner, 'This link does not work any more')
})

test('a device is signed out from another one, and its open page notices', async ({ browser }) => {
  const [desk, lost] = [await someone(browser, ZONE), await someone(browser, ZONE)]
  const { user } = await join(desk, 'Two Devices')
  const away = await lost.newPage()
  await logInAs(away, user.email)
  await expect(away).toHaveURL(/\/home/)

  const page = await desk.newPage()
  await page.goto('/settings/devices')
  await expect(page.getByRole('listitem').filter({ hasText: 'This device' })).toHaveCount(1)
  const other = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Last here' })
  await other.getByRole('button', { name: /^Log out of/ }).click()
  await expect(other).toHaveCount(0)
  await expect(away).toHaveURL(/\/login/)
  expect(await call(desk.request, 'get', '/api/auth/me/')).toMatchObject({ id: user.id })
})

test('a new password ends the other devices and keeps this one', async ({ browser }) => {
  const [desk, other] = [await someone(browser, ZONE), await someone(browser, ZONE)]
  const { user } = await join(desk, 'New Password')
  const away = await other.newPage()
  await logInAs(away, user.email)
  await expect(away).toHaveURL(/\/home/)
  const page = await desk.newPage()
  await page.goto('/settings/security')
  await page.getByLabel('Current password').fill(NEW_PASSWORD)
  await page.getByLabel('New password').fill('another quiet river')
  await page.getByRole('button', { name: 'Save the new password' }).click()
  await saved(page, 'Your password is changed')
  await expect(away).toHaveURL(/\/login/)
  await page.reload()
  await expect(page).toHaveURL(/\/settings\/security/)
})

test('what is chosen about the looks follows the person to another browser', async ({ browser }) => {
  const context = await someone(browser, ZONE)
  const { user } = await join(context, 'Dark Dana')
  const page = await context.newPage()
  await page.goto('/settings/appearance')
  await page.getByRole('button', { name: 'Dark' }).click()
  await page.getByRole('button', { name: 'Compact' }).click()
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  const other = await pageOf(browser)
  await logInAs(other, user.email)
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(other.locator('html')).toHaveAttribute('data-density', 'compact')
})

test('one account learns and teaches, and changes sides without logging in again', async ({ browser }) => {
  const context = await someone(browser, ZONE)
  await join(context, 'Both Sides')
  await call(context.request, 'post', '/api/auth/mentor/register/', { accepted_terms: true })
  const page = await context.newPage()
  await page.goto('/home')
  const nav = page.getByRole('navigation', { name: 'Main' })
  await expect(nav.getByRole('link', { name: 'Availability' })).toBeVisible()
  await page.getByRole('button', { name: 'Your account' }).click()
  await page.getByRole('menuitemradio', { name: 'Learning' }).click()
  await expect(nav.getByRole('link', { name: 'Availability' })).toHaveCount(0)
  await page.reload()
  await expect(nav.getByRole('link', { name: 'Mentors' })).toBeVisible()
  await expect(nav.getByRole('link', { name: 'Availability' })).toHaveCount(0)
})

test('@thumb the settings are a list and then a section on a phone, each at an address of its own', async ({
  page,
  context,
}) => {
  await joinUnproven(context, 'Small Screen')
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Privacy' }).click()
  await expect(page).toHaveURL(/\/settings\/privacy/)
  await expect(page.getByText(/We do not know your age yet/)).toBeVisible()
  await page.getByRole('link', { name: 'All settings' }).click()
  await page.getByRole('link', { name: 'Account', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible()
})
