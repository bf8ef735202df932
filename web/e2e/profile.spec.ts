import { expect, test, type Locator, type Page } from '@playwright/test'
import { call, join, someone } from './world'

type Part = Page | Locator
const field = (part: Part, name: string) => part.getByRole('combobox', { name })
const chip = (part: Part, name: string) => part.getByRole('button', { name: `Remove ${name}` })
const learning = (page: Page) => page.getByRole('region', { name: 'What I learn' })
const teaching = (page: Page) => page.getByRole('region', { name: 'What I teach' })
const save = (part: Part) => part.getByRole('button', { name: 'Save' }).click()

async function becomeMentor(page: Page, name: string): Promise<void> {
  await join(page.context(), name)
  await call(page.context().request, 'post', '/api/auth/mentor/register/', { accepted_terms: true })
}

test('a student says who they are: known words, own words, links, and what is still missing @phone', async ({
  browser,
}) => {
  const student = await someone(browser, 'Asia/Kolkata')
  await join(student, 'Profile Pia')
  const page = await student.newPage()
  await page.goto('/settings/profile')
  const mine = learning(page)
  const { percent } = (await call(student.request, 'get', '/api/account/completeness/')).student

  await test.step('is led to what helps most', async () => {
    await expect(mine.getByText(`Your student profile is ${percent}% complete`)).toBeVisible()
    await mine.getByRole('button', { name: /^Say what you want to get better at/ }).click()
    await expect(field(page, 'What you want to get better at')).toBeFocused()
  })

  await test.step('finds a skill by another name, with the keyboard alone', async () => {
    await page.keyboard.type('golang')
    await expect(mine.getByRole('option', { name: /Go\s*also called/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(chip(mine, 'Go')).toBeVisible()
    await page.keyboard.type('system des')
    await page.keyboard.press('Enter')
    await expect(chip(mine, 'System design')).toBeVisible()
  })

  await test.step('adds and proposes a word that nobody knows', async () => {
    await field(page, 'What you can already do').fill(`Falconry ${Date.now()}`)
    await mine.getByRole('option', { name: /propose it for our list/ }).click()
    await expect(mine.getByText(/once it is in our list/)).toBeVisible()
  })

  await test.step('a link that is none is refused beside its field, and nothing typed is lost', async () => {
    await mine.getByLabel('About you').fill('I fly falcons and I want to write Go.')
    await mine.getByLabel('Website').fill('javascript:alert(1)')
    await mine.getByLabel('GitHub').fill('github.com/pia')
    await save(mine)
    const website = mine.getByLabel('Website')
    await expect(website).toBeFocused()
    await expect(website).toHaveAttribute('aria-invalid', 'true')
    await expect(website).toHaveAccessibleDescription(/begins with https:/)
    await expect(website).toHaveValue('javascript:alert(1)')
    await expect(mine.getByLabel('About you')).toHaveValue('I fly falcons and I want to write Go.')
    await expect(mine.getByLabel('GitHub')).toHaveValue('github.com/pia')
    await expect(chip(mine, 'Go')).toBeVisible()
    expect(await call(student.request, 'get', '/api/student/profile/')).toMatchObject({ bio: null, interests: [] })
  })

  await test.step('saves, and the profile is more complete', async () => {
    await mine.getByLabel('Website').fill('pia.example.com')
    await save(mine)
    await expect(page.getByText('Saved')).toBeVisible()
    // Interests 20, a text 15, skills 15, a link 5.
    await expect(mine.getByText(`Your student profile is ${percent + 55}% complete`)).toBeVisible()
    await expect(mine.getByLabel('Website')).toHaveValue('https://pia.example.com')
    await page.reload()
    await expect(chip(mine, 'System design')).toBeVisible()
    await expect(mine.getByLabel('GitHub')).toHaveValue('https://github.com/pia')
  })
})

test('a mentor says what they teach, in which languages and for how much @phone', async ({ browser }) => {
  const mentor = await someone(browser, 'Europe/Berlin')
  const page = await mentor.newPage()
  await becomeMentor(page, 'Profile Petra')
  await page.goto('/settings/profile')
  const mine = teaching(page)
  await expect(mine.getByText('Your mentor profile is 0% complete')).toBeVisible()

  await mine.getByLabel('Headline').fill('Keeps old bridges standing')
  await mine.getByLabel('About you').fill('I look at cracks for a living. '.repeat(5).trim())
  await field(mine, 'What you teach').fill('struct')
  await expect(mine.getByRole('option', { name: /^Structures/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await field(mine, 'What you teach').fill('C++')
  await page.keyboard.press('Enter')
  await expect(chip(mine, 'C++')).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(chip(mine, 'C++')).toHaveCount(0)
  await field(mine, 'Languages you teach in').fill('deutsch')
  await page.keyboard.press('Enter')
  await mine.getByLabel('Years of experience').fill('12')
  await mine.getByLabel('Price of an hour').fill('1,500.50')
  await save(mine)

  await expect(page.getByText('Saved')).toBeVisible()
  // Expertise 20, a text 20, a headline 15, languages 10, years 5.
  await expect(mine.getByText('Your mentor profile is 70% complete')).toBeVisible()
  expect(await call(mentor.request, 'get', '/api/mentor/profile/')).toMatchObject({
    expertise: ['Structures'],
    languages: ['de'],
    hourly_rate_minor: 150_050,
    hourly_rate_currency: 'INR',
  })
  await page.reload()
  await expect(chip(mine, 'German')).toBeVisible()
  await expect(mine.getByLabel('Price of an hour')).toHaveValue('1500.50')
})

test('a word left in a picker is not lost on saving', async ({ browser }) => {
  const student = await someone(browser, 'Asia/Kolkata')
  await join(student, 'Profile Left Over')
  const page = await student.newPage()
  await page.goto('/settings/profile')
  await field(page, 'What you can already do').fill('kotl')
  await save(learning(page))
  const said = await field(page, 'What you can already do').evaluate(
    (input: HTMLInputElement) => input.validationMessage,
  )
  expect(said).toMatch(/Choose it from the list/)
  await field(page, 'What you can already do').press('Enter')
  await expect(chip(page, 'Kotlin')).toBeVisible()
})
