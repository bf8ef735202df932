import { expect, test } from '@playwright/test'
import { call, join, letterTo, logIn, pathIn, someone } from './world'

test('a question to support is answered by mail and in the product, settled, and rated', async ({ browser }) => {
  const [asker, staff] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  const { user } = await join(asker, 'Puzzled Priya')
  const page = await asker.newPage()
  await page.goto('/support')
  await expect(page.getByText('You have asked nothing yet')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Ask support' }).first().click()
  await page.getByLabel('What is it about?').selectOption({ label: 'A payment or refund' })
  await page.getByLabel('Subject').fill('When does a refund arrive?')
  await expect(
    page.getByRole('region', { name: 'These may already answer it' }).getByRole('link').first(),
  ).toBeVisible()
  await page.getByLabel('What happened').fill('A mentor cancelled, and I see no money yet.')
  await page.getByRole('button', { name: 'Send to support' }).click()
  await expect(page.getByRole('heading', { name: 'When does a refund arrive?' })).toBeVisible()
  const reference = await page
    .getByText(/^T\d{6}$/)
    .first()
    .innerText()

  await logIn(staff, 'admin')
  const { items } = await call(staff.request, 'get', `/api/admin/support/tickets/?search=${reference}`)
  await call(staff.request, 'post', `/api/admin/support/tickets/${items[0].id}/reply/`, { text: 'Within five days.' })
  const letter = await letterTo(asker.request, user.email, 'ticket_reply')
  await page.goto(pathIn(letter, '/support/'))
  await expect(page.getByText('Within five days.')).toBeVisible()
  await page.getByRole('button', { name: 'It is settled' }).click()
  await page.getByLabel('Yes').check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText(/You can change this for a week/)).toBeVisible()
})

test('a visitor signs up for the newsletter by the link of a mail, and leaves it by another', async ({ browser }) => {
  const visitor = await someone(browser, 'Europe/Berlin')
  const page = await visitor.newPage()
  const email = `reader.${Date.now()}@example.com`
  await page.goto('/newsletter')
  await page.getByRole('main').getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Sign me up' }).click()
  await expect(page.getByText(/a link is on its way/)).toBeVisible()
  await page.goto(pathIn(await letterTo(visitor.request, email, 'newsletter_confirm'), '/newsletter/confirm'))
  await page.getByRole('button', { name: 'Yes, send it to me' }).click()
  await expect(page.getByText('You are signed up.')).toBeVisible()
})
