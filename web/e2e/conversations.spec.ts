import { expect, test, type BrowserContext, type Page, type WebSocketRoute } from '@playwright/test'
import { call, join, logIn, mentorNamed, someone } from './world'

// What is done offline is done with the service worker.
test.use({ serviceWorkers: 'allow' })

const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.locator('a.conv', { hasText: name }) })
const bubbles = (page: Page) => page.locator('.said .bubble')
const said = (page: Page, text: string) => page.locator('.said').filter({ hasText: text })
async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message to/ }).fill(text)
  await page.keyboard.press('Enter')
}
async function openWith(context: BrowserContext, name: string): Promise<string> {
  const { mentor_id } = await mentorNamed(context, name)
  return (await call(context.request, 'post', '/api/chat/conversations/', { with: mentor_id })).id
}
async function choose(page: Page, name: string, act: string): Promise<void> {
  await rowOf(page, name).hover()
  await rowOf(page, name)
    .getByRole('button', { name: /^More about the conversation/ })
    .click()
  await page.getByRole('menuitem', { name: act }).click()
}

test('conversations are pinned, put away and found by the server, and the address remembers which are shown', async ({
  browser,
}) => {
  const context = await someone(browser, 'Asia/Kolkata')
  await join(context, 'Listing Lea')
  for (const name of ['James', 'Elif', 'Kabir']) await openWith(context, name)
  const page = await context.newPage()
  await page.goto('/messages')
  const names = page.locator('a.conv bdi:first-child')
  await expect(names.first()).toContainText('Kabir')

  await choose(page, 'James', 'Pin to the top')
  await expect(names.first()).toContainText('James')
  await page.getByRole('button', { name: 'Pinned', exact: true }).click()
  await expect(page).toHaveURL(/filter=pinned/)
  await expect(page.locator('a.conv')).toHaveCount(1)
  await page.reload()
  await expect(page.locator('a.conv')).toHaveCount(1)
  await choose(page, 'James', 'Unpin')
  await expect(page.getByText('Nothing pinned')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.locator('a.conv')).toHaveCount(3)

  await choose(page, 'Elif', 'Archive')
  await expect(page.locator('a.conv')).toHaveCount(2)
  await page.getByRole('searchbox').fill('elif')
  await expect(page).toHaveURL(/q=elif/)
  await expect(rowOf(page, 'Elif')).toContainText('Archived')
  await page.getByRole('searchbox').fill('nobody of this name')
  await expect(page.getByText('Nothing found')).toBeVisible()
})

test('a conversation begun on the page of a mentor is there at once, and its draft is marked in the list', async ({
  browser,
}) => {
  const context = await someone(browser, 'Asia/Kolkata')
  await join(context, 'Beginning Bo')
  const { mentor_id } = await mentorNamed(context, 'Elif')
  const page = await context.newPage()
  await page.goto(`/mentors/${mentor_id}`)
  await page
    .getByRole('button', { name: /message|write/i })
    .first()
    .click()
  await expect(page).toHaveURL(/\/messages\/[^/]+$/)
  await expect(rowOf(page, 'Elif')).toContainText('Nothing said yet')
  await page.getByRole('textbox', { name: /^Message to/ }).fill('I was about to')
  await page.getByRole('link', { name: 'Messages' }).first().click()
  await expect(rowOf(page, 'Elif')).toContainText('Draft: I was about to')
})

/** A list as long as it gets, of one true conversation and many like it. */
async function withThousands(page: Page): Promise<(i: number) => void> {
  const first = await page.request.get('/api/chat/conversations/')
  const [like] = (await first.json()).items
  const all = Array.from({ length: 2000 }, (_, i) => ({
    ...like,
    id: i === 0 ? like.id : `row-${i}`,
    other: { ...like.other, name: `Person ${i}` },
    updated_at: new Date(Date.parse(like.updated_at) - i * 60_000).toISOString(),
  }))
  await page.route(/\/api\/chat\/conversations\/\?/, (route) => {
    const query = new URL(route.request().url()).searchParams
    const from = Number(query.get('cursor') ?? 0)
    const to = from + Number(query.get('limit'))
    const items = query.get('filter') ? [] : all.slice(from, to)
    return route.fulfill({ json: { items, next_cursor: to < all.length ? String(to) : null } })
  })
  const latest = Date.parse(like.updated_at)
  return (i) => {
    const at = all.findIndex((one) => one.other.name === `Person ${i}`)
    const [risen] = all.splice(at, 1)
    all.unshift({ ...risen, updated_at: new Date(latest + 60_000).toISOString() })
  }
}

test('two thousand conversations: pages as one scrolls, few rows in the page, and the keyboard reaches the last', async ({
  browser,
}) => {
  test.slow()
  const context = await someone(browser, 'Asia/Kolkata')
  await join(context, 'Thousand Theo')
  await openWith(context, 'Kabir')
  const page = await context.newPage()
  await withThousands(page)
  await page.goto('/messages')
  await page.locator('a.conv').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('a.conv:focus')).toContainText('Person 2')
  const rows = page.locator('.convs')
  await expect
    .poll(
      async () => {
        await rows.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight))
        return page.getByText('These are all of them.').count()
      },
      { timeout: 40_000, intervals: [50] },
    )
    .toBe(1)
  expect(await page.locator('a.conv').count()).toBeLessThan(60)
  await page.locator('a.conv', { hasText: 'Person 1999' }).focus()
  await page.keyboard.press('Home')
  await expect(page.locator('a.conv:focus')).toContainText('Person 0')
  await page.keyboard.press('End')
  await expect(page.locator('a.conv:focus')).toContainText('Person 1999')
})

test('nothing jumps where one reads when a conversation rises to the top, and the focus stays on its row', async ({
  browser,
}) => {
  const [context, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([join(context, 'Still Stella'), logIn(mentor, 'kabir')])
  const id = await openWith(context, 'Kabir')
  const page = await context.newPage()
  const rise = await withThousands(page)
  await page.goto('/messages')
  await page.locator('a.conv').first().focus()
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown')
  const focused = page.locator('a.conv:focus')
  await expect(focused).toContainText('Person 30')
  const before = await page.locator('a.conv', { hasText: 'Person 28' }).boundingBox()
  const hear = (content: string) => {
    const client_id = crypto.randomUUID()
    return call(mentor.request, 'post', '/api/chat/messages/', { conversation_id: id, client_id, content })
  }
  rise(44)
  await hear('One')
  await expect(page.locator('li', { has: page.locator('a.conv', { hasText: 'Person 30' }) })).toHaveAttribute(
    'aria-posinset',
    '32',
  )
  expect(await page.locator('a.conv', { hasText: 'Person 28' }).boundingBox()).toEqual(before)
  await expect(focused).toContainText('Person 30')

  rise(30)
  await hear('Two')
  await expect(page.locator('li', { has: focused })).toHaveAttribute('aria-posinset', '1')
  await expect(focused).toContainText('Person 30')
  expect(await page.locator('a.conv', { hasText: 'Person 28' }).boundingBox()).toEqual(before)
})

test('one line for the inbox and one for the open conversation, however many one has opened', async ({ browser }) => {
  const context = await someone(browser, 'Asia/Kolkata')
  await join(context, 'Lining Lu')
  const [one, two] = [await openWith(context, 'Kabir'), await openWith(context, 'James')]
  const page = await context.newPage()
  const open = new Set<string>()
  page.on('websocket', (line) => {
    const { pathname } = new URL(line.url())
    open.add(pathname)
    line.on('close', () => open.delete(pathname))
  })
  await page.goto(`/messages/${one}`)
  await rowOf(page, 'James').getByRole('link').click()
  await expect.poll(() => [...open].sort()).toEqual([`/ws/conversations/${two}/`, '/ws/inbox/'])
})

test('where sockets are blocked two people still talk, and the page goes back to them by itself', async ({
  browser,
}) => {
  const [student, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([join(student, 'Blocked Bibi'), logIn(mentor, 'kabir')])
  const id = await openWith(student, 'Kabir')
  const [hers, his] = [await student.newPage(), await mentor.newPage()]
  let isBlocked = true
  let returned = false
  const through: string[] = []
  await hers.routeWebSocket(/\/ws\//, (line: WebSocketRoute) => {
    if (isBlocked) return void line.close({ code: 1011 })
    const server = line.connectToServer()
    server.onMessage((frame) => {
      line.send(frame)
      if (line.url().includes('/ws/conversations/') && String(frame).includes('"hello"')) returned = true
    })
    line.onMessage((frame) => {
      through.push(String(frame))
      server.send(frame)
    })
  })
  await Promise.all([hers.goto(`/messages/${id}`), his.goto(`/messages/${id}`)])
  await write(hers, 'By plain requests')
  await expect(said(his, 'By plain requests')).toBeVisible()
  await write(his, 'I hear you')
  await expect(said(hers, 'I hear you')).toBeVisible()

  await expect(said(his, 'I hear you')).toContainText('read')

  isBlocked = false
  await expect.poll(() => returned, { timeout: 45_000 }).toBe(true)
  await write(hers, 'By socket again')
  await expect.poll(() => through.some((frame) => frame.includes('By socket again'))).toBe(true)
  await expect(said(his, 'By socket again')).toBeVisible()
})

test('fifty messages written offline arrive once and in order, over a reload and from two tabs', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const [student, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([join(student, 'Offline Olu'), logIn(mentor, 'kabir')])
  const id = await openWith(student, 'Kabir')
  await call(mentor.request, 'post', '/api/chat/messages/', {
    conversation_id: id,
    client_id: 'welcome',
    content: 'Welcome',
  })
  const [hers, second] = [await student.newPage(), await student.newPage()]
  for (const page of [hers, second]) {
    await page.goto(`/messages/${id}`)
    await expect(said(page, 'Welcome')).toBeVisible()
  }
  await student.setOffline(true)
  const texts = Array.from({ length: 50 }, (_, i) => `Word ${i + 1}.`)
  for (const text of texts) await write(hers, text)
  await expect(bubbles(second)).toHaveCount(51)
  await student.setOffline(false)
  await hers.reload()

  const everything = async () => {
    const { items } = await call(mentor.request, 'get', `/api/chat/messages/${id}/?limit=100&after_seq=1`)
    return items.map((one: { content: string }) => one.content)
  }
  await expect.poll(everything, { timeout: 60_000 }).toEqual(texts)
  for (const page of [hers, second]) {
    await expect(bubbles(page)).toHaveCount(51)
    await expect(bubbles(page)).toContainText(['Welcome', ...texts])
  }
  await expect(hers.getByText('sending')).toHaveCount(0)
})
