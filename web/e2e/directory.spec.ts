import { expect, test } from '@playwright/test'
import { join } from './world'

test('the directory is filtered, the address is the search, and it can be kept and come back to', async ({
  page,
  context,
}) => {
  await join(context, 'Filtering Fay')
  await page.goto('/mentors')
  const count = page.getByRole('status').filter({ hasText: /mentor/ })
  const before = await count.textContent()
  await page.getByRole('combobox', { name: 'Find a skill' }).fill('golang')
  await page.getByRole('option', { name: /^Go\b/ }).click()
  await expect(page).toHaveURL(/skill=Go/)
  await expect(count).not.toHaveText(before ?? '')
  await expect(page.getByRole('button', { name: 'Remove the filter Go' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Free in the next 7 days' }).check()
  await page.getByRole('button', { name: 'Evening' }).click()
  await expect(page).toHaveURL(/available=true/)
  await expect(page).toHaveURL(/available_part=evening/)

  const address = page.url()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Free in the next 7 days' })).toBeChecked()
  expect(page.url()).toBe(address)

  await page.getByRole('button', { name: 'Save this search' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Go in the evening')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).not.toHaveURL(/skill/)
  await page.getByRole('link', { name: 'Go in the evening' }).click()
  await expect(page).toHaveURL(/skill=Go/)
  await page.getByRole('button', { name: 'Forget the search Go in the evening' }).click()
  await expect(page.getByText('“Go in the evening” is forgotten.').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go in the evening' })).toHaveCount(0)
})

test('a mentor is kept with the heart, found among the kept ones, and let go with a way back', async ({
  page,
  context,
}) => {
  await join(context, 'Keeping Kim')
  await page.goto('/mentors?q=elif')
  const heart = page.getByRole('button', { name: /^Keep .*Elif Demir.* for later$/ })
  await heart.click()
  await expect(heart).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('link', { name: 'Kept mentors' }).click()
  await expect(page.getByRole('list').getByText('Elif Demir')).toBeVisible()
  await heart.click()
  await expect(page.getByText('Nobody kept yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Elif Demir' })).toBeVisible()
})

test('@thumb filters are a sheet that says how many it will show', async ({ page, context }) => {
  await join(context, 'Thumbing Theo')
  await page.goto('/mentors')
  await page.getByRole('button', { name: /^Filters/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('10 years or more').check()
  await sheet.getByRole('button', { name: /^Show \d+/ }).click()
  await expect(page.getByRole('button', { name: 'Remove the filter 10 years or more' })).toBeVisible()
  await expect(page).toHaveURL(/experience_min=10/)
})

test('a mentor pressed while the words still rest is where one arrives, however slow the line', async ({
  page,
  context,
}) => {
  await join(context, 'Hasty Hana')
  await page.goto('/mentors')
  const open = page.getByRole('link', { name: /Elif Demir/ })
  const field = page.getByRole('searchbox').first()
  await field.fill('elif')
  await expect(page).toHaveURL(/q=elif/)
  await expect(open).toBeVisible()
  // The mentor page is a file of its own: it comes only after the words have rested.
  let arrive = () => {}
  const arriving = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(/MentorPage.*\.js/, async (route) => {
    await arriving
    await route.continue()
  })
  const rested = page.evaluate(
    () =>
      new Promise((resolve) => {
        const field = document.querySelector('#find')
        field?.addEventListener('input', () => setTimeout(resolve, 400), { once: true })
      }),
  )
  await field.fill('elif d')
  await open.click()
  await rested
  arrive()
  await expect(page.getByRole('heading', { level: 1, name: 'Elif Demir' })).toBeVisible()
  await expect(page).toHaveURL(/\/mentors\/M\d+$/)
})
