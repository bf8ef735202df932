import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { call, logIn, ORIGIN } from './world'

const PAGES: { path: string; as?: string }[] = [
  { path: '/' },
  { path: '/signup' },
  { path: '/login' },
  { path: '/verify-email' },
  { path: '/forgot' },
  { path: '/reset?token=nothing-that-was-mailed' },
  { path: '/email-change/undo?token=nothing-that-was-mailed' },
  { path: '/guardian?token=nothing-that-was-mailed' },
  { path: '/terms' },
  { path: '/pricing' },
  { path: '/cancellation' },
  { path: '/become-a-mentor' },
  { path: '/about' },
  { path: '/guidelines' },
  { path: '/privacy' },
  { path: '/status' },
  { path: '/help' },
  { path: '/help?q=refund' },
  { path: '/help/cancel-and-refunds' },
  { path: '/help/no-such-article' },
  { path: '/nowhere/at/all' },
  { path: '/mentors', as: 'asha' },
  { path: '/mentors?q=nobody-of-this-name', as: 'asha' },
  { path: '/mentors/M000002', as: 'asha' },
  { path: '/book/M000002', as: 'asha' },
  { path: '/home', as: 'asha' },
  { path: '/favourites', as: 'asha' },
  { path: '/goals', as: 'asha' },
  { path: '/progress', as: 'asha' },
  { path: '/students', as: 'mira' },
  { path: '/mail/preferences?token=nothing-that-was-mailed' },
  { path: '/welcome', as: 'asha' },
  { path: '/welcome?step=matches', as: 'asha' },
  { path: '/sessions', as: 'asha' },
  { path: '/messages', as: 'asha' },
  { path: '/notifications', as: 'asha' },
  { path: '/settings/profile', as: 'asha' },
  { path: '/settings/account', as: 'asha' },
  { path: '/settings/security', as: 'asha' },
  { path: '/settings/notifications', as: 'asha' },
  { path: '/settings/privacy', as: 'asha' },
  { path: '/settings/calendar', as: 'asha' },
  { path: '/settings/appearance', as: 'asha' },
  { path: '/settings/devices', as: 'asha' },
  { path: '/settings/google', as: 'asha' },
  { path: '/settings/data', as: 'asha' },
  { path: '/settings/close', as: 'asha' },
  { path: '/home', as: 'mira' },
  { path: '/welcome/mentor', as: 'mira' },
  { path: '/availability', as: 'mira' },
  { path: '/application', as: 'asha' },
  { path: '/application', as: 'nadia' },
  { path: '/application', as: 'ammini' },
  { path: '/sessions', as: 'mira' },
  { path: '/earnings', as: 'mira' },
  { path: '/reviews', as: 'mira' },
  { path: '/badges', as: 'mira' },
  { path: '/settings/payouts', as: 'mira' },
  { path: '/community', as: 'asha' },
  { path: '/community?feed=useful', as: 'asha' },
  { path: '/community/saved', as: 'asha' },
  { path: '/community/drafts', as: 'asha' },
  { path: '/community/useful', as: 'asha' },
  { path: '/community/tags/interviews', as: 'asha' },
  { path: '/community/people/M000002', as: 'asha' },
  { path: '/support', as: 'asha' },
  { path: '/support/new', as: 'asha' },
  { path: '/contact' },
  { path: '/grievance' },
  { path: '/grievances/status?token=nothing-that-was-mailed' },
  { path: '/newsletter' },
  { path: '/newsletter/confirm?token=nothing-that-was-mailed' },
  { path: '/payments', as: 'asha' },
  { path: '/payments?tab=invoices', as: 'asha' },
  { path: '/events' },
  { path: '/events?when=past', as: 'asha' },
  { path: '/events?view=month', as: 'asha' },
  { path: '/events/new', as: 'mira' },
]

const contexts = new Map<string, Promise<BrowserContext>>()
/** Each person logs in once; what a page of theirs has fetched need not be fetched again by the next. */
function contextOf(browser: Browser, name = ''): Promise<BrowserContext> {
  const comeIn = async () => {
    const context = await browser.newContext({ baseURL: ORIGIN, reducedMotion: 'reduce' })
    if (name) await logIn(context, name)
    return context
  }
  const context = contexts.get(name) ?? comeIn()
  contexts.set(name, context)
  return context
}

/** Nothing is loading any more and nothing is moving. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

/** A change of theme has reached the screen, and no colour is on its way from the one to the other. */
const repainted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next))
    await frame()
    await frame()
    const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })

/** Light at a desk and dark on a phone: every colour and every width, without each with each. */
const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
] as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .slice(0, 3)
        .join(' ')}`,
  )
}

for (const { path, as } of PAGES) {
  test(`${path}${as ? ` of ${as}` : ''} has no fault that axe finds in either theme, and nothing to scroll sideways`, async ({
    browser,
  }) => {
    const page = await (await contextOf(browser, as)).newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      // A visitor is told 401 by /api/auth/me/, and a link that nobody mailed is 404: Chromium calls both an error.
      const isAnswer = /status of 40[14]/.test(message.text())
      if (message.type() === 'error' && !isAnswer) faults.push(message.text())
    })
    await page.goto(path)
    for (const { colorScheme, viewport } of LOOKS) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await settled(page)
      await repainted(page)
      expect(await violationsOf(page), colorScheme).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
    expect(faults).toEqual([])
    await page.close()
  })
}

test('a conversation with its thread has no fault that axe finds', async ({ page, context }) => {
  await logIn(context, 'asha')
  const { items } = await call(context.request, 'get', '/api/chat/conversations/')
  await page.goto(`/messages/${items[0].id}`)
  await expect(page.locator('.bubble').first()).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})

test('the page of a session has no fault that axe finds', async ({ page, context }) => {
  await logIn(context, 'asha')
  const { items } = await call(context.request, 'get', '/api/bookings/?when=upcoming')
  await page.goto(`/sessions/${items[0].id}`)
  await settled(page)
  expect(await violationsOf(page)).toEqual([])
})

test('the way to a free time is open to the keyboard alone', async ({ page, context }) => {
  await logIn(context, 'asha')
  await page.goto('/mentors/M000002')
  await expect(page.getByRole('group', { name: /^Free times/ })).toBeVisible()
  const reach = async (name: RegExp) => {
    for (let presses = 0; presses < 120; presses++) {
      const label = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (name.test(label)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`${name} cannot be reached`)
  }
  await reach(/^\d\d:\d\d/)
  await page.keyboard.press('Enter')
  await reach(/^Continue with/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/book\/M000002/)
})

test('a page that is not there says so and leads on', async ({ page }) => {
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
})

test('being offline is said, and unsaid', async ({ page, context }) => {
  await logIn(context, 'asha')
  await page.goto('/home')
  await settled(page)
  await context.setOffline(true)
  await expect(page.getByText('You are offline.').first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('You are offline.')).toHaveCount(0)
})
