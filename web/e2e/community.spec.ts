import { expect, test } from '@playwright/test'
import { join, logIn, ORIGIN, someone } from './world'

test('on a phone somebody new finds something to read, asks, and accepts the answer of a mentor', async ({
  browser,
}) => {
  const phone = await browser.newContext({
    baseURL: ORIGIN,
    timezoneId: 'Asia/Kolkata',
    viewport: { width: 360, height: 740 },
  })
  const mentor = await someone(browser, 'Asia/Kolkata')
  await join(phone, 'Curious Chitra')
  const page = await phone.newPage()
  await page.goto('/home')
  await page.getByRole('navigation', { name: 'Main, phone' }).getByRole('link', { name: 'Community' }).click()
  await page.getByRole('button', { name: 'Interviews', exact: true }).click()
  await expect(page).toHaveURL(/topic=interviews/)
  const first = page.getByRole('article').first()
  await first.getByRole('button', { name: /^Useful/ }).click()
  await expect(first.getByRole('button', { name: /^Useful/ })).toHaveAttribute('aria-pressed', 'true')

  await page.getByRole('button', { name: 'Write', exact: true }).click()
  const words = `How do I read a graph of memory? ${Date.now()}`
  await page.getByLabel('What do you want to share or ask?').fill(words)
  await page.getByLabel('Topic', { exact: true }).selectOption({ label: 'Programming' })
  await page.getByRole('textbox', { name: 'Tags' }).fill('memory')
  await page.getByRole('textbox', { name: 'Tags' }).press('Enter')
  await page.getByLabel(/This is a question/).check()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page).toHaveURL(/\/community\/posts\//)
  await expect(page.getByRole('article').getByText(words)).toBeVisible()

  await logIn(mentor, 'mira')
  const theirs = await mentor.newPage()
  await theirs.goto(page.url())
  await theirs.getByLabel('Answer the question').fill('Look at what grows **between** two collections.')
  await theirs.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(theirs.getByText('between', { exact: true })).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: 'Accept as the answer' }).click()
  await expect(page.getByText('Accepted answer')).toBeVisible()
})

test('a new post is announced to who reads, and nothing moves before it is asked for', async ({ browser }) => {
  const [reader, writer] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await join(reader, 'Reading Ravi')
  await join(writer, 'Writing Wren')
  const [reading, writing] = [await reader.newPage(), await writer.newPage()]
  const opened = reading.waitForEvent('websocket', (socket) => socket.url().includes('/ws/community/'))
  await reading.goto('/community')
  await (await opened).waitForEvent('framereceived')
  const before = await reading.getByRole('article').first().getAttribute('data-post')

  await writing.goto('/community')
  await writing.getByRole('button', { name: 'Ask something, or share what worked' }).click()
  const words = `A note of ${Date.now()}`
  await writing.getByLabel('What do you want to share or ask?').fill(words)
  await writing.getByRole('button', { name: 'Publish' }).click()
  await expect(writing).toHaveURL(/\/community\/posts\//)

  const news = reading.getByRole('button', { name: /new posts?$/ })
  await expect(news).toBeVisible()
  expect(await reading.getByRole('article').first().getAttribute('data-post')).toBe(before)
  await news.click()
  await expect(reading.getByRole('article').first().getByText(words)).toBeVisible()
})
