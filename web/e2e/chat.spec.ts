import { expect, test, type Page } from '@playwright/test'
import { join, logIn, mentorNamed, someone, call } from './world'

const bubble = (page: Page, text: string) => page.locator('.said').filter({ hasText: text })
async function choose(page: Page, text: string, act: string): Promise<void> {
  await bubble(page, text).hover()
  await bubble(page, text).getByRole('button', { name: 'More about this message' }).click()
  await page.getByRole('menuitem', { name: act }).click()
}
async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message to/ }).fill(text)
  await page.keyboard.press('Enter')
}

test('a message is answered, reacted to, changed and taken back, and the other one sees it at once', async ({
  browser,
}) => {
  const [student, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([join(student, 'Chatting Chitra'), logIn(mentor, 'kabir')])
  const kabir = await mentorNamed(student, 'Kabir')
  const { id } = await call(student.request, 'post', '/api/chat/conversations/', { with: kabir.mentor_id })
  const [hers, his] = [await student.newPage(), await mentor.newPage()]
  for (const page of [hers, his]) await page.goto(`/messages/${id}`)
  await write(hers, 'Is **this** on <b>time</b>?')
  await expect(bubble(his, 'on <b>time</b>?').locator('strong')).toHaveText('this')

  await choose(his, 'on <b>time</b>?', 'React with 👍')
  await expect(hers.getByRole('button', { name: '👍, 1 person' })).toBeVisible()
  await choose(his, 'on <b>time</b>?', 'Reply')
  await write(his, 'It is nearly')
  await expect(
    bubble(hers, 'It is nearly').getByRole('button', { name: 'Go to the message it answers' }),
  ).toContainText('on <b>time</b>?')

  await choose(his, 'It is nearly', 'Edit')
  await his.getByRole('textbox', { name: /^Message to/ }).fill('It is nearly done')
  await his.getByRole('button', { name: 'Save' }).click()
  await expect(bubble(hers, 'It is nearly done')).toContainText('edited')

  await choose(his, 'It is nearly done', 'Delete')
  await his.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(bubble(hers, 'Message deleted')).toBeVisible()
  await expect(hers.getByText('It is nearly done')).toHaveCount(0)
})

test('a picture goes with a message, and only its two people can open it', async ({ browser }) => {
  const [student, stranger] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([join(student, 'Picturing Pia'), join(stranger, 'Strange Sam')])
  const kabir = await mentorNamed(student, 'Kabir')
  const { id } = await call(student.request, 'post', '/api/chat/conversations/', { with: kabir.mentor_id })
  const page = await student.newPage()
  await page.goto(`/messages/${id}`)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await page.locator('input[type="file"]').setInputFiles({ name: 'board.png', mimeType: 'image/png', buffer: png })
  await expect(page.getByRole('list', { name: 'Attached files' })).toContainText('board.png')
  await write(page, 'The board of today')
  const picture = bubble(page, 'The board of today').getByRole('img', { name: /board\.png/ })
  await expect(picture).toBeVisible()
  const src = await picture.getAttribute('src')
  expect((await student.request.get(src!)).status()).toBe(200)
  expect((await stranger.request.get(src!)).status()).toBe(404)
})

test('who is blocked is told honestly, and an unblocked one can write again', async ({ browser }) => {
  const [student, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([join(student, 'Blocking Bea'), logIn(mentor, 'james')])
  const james = await mentorNamed(student, 'James')
  const { id } = await call(student.request, 'post', '/api/chat/conversations/', { with: james.mentor_id })
  const [hers, his] = [await student.newPage(), await mentor.newPage()]
  await hers.goto(`/messages/${id}`)
  await write(hers, 'Hello')
  await hers.getByRole('button', { name: 'About this conversation' }).click()
  await hers.getByRole('menuitem', { name: /^Block/ }).click()
  await hers
    .getByRole('dialog')
    .getByRole('button', { name: /^Block/ })
    .click()
  await expect(hers.getByText(/^You blocked/)).toBeVisible()
  await his.goto(`/messages/${id}`)
  await expect(his.getByText(/cannot be delivered/)).toBeVisible()
  await hers.getByRole('button', { name: 'About this conversation' }).click()
  await hers.getByRole('menuitem', { name: /^Unblock/ }).click()
  await hers.reload()
  await write(hers, 'Hello again')
  await expect(bubble(hers, 'Hello again')).toBeVisible()
})
