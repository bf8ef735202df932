import { expect, test } from '@playwright/test'
import { join, someone } from './world'

test('four short steps lead a student to three mentors with the reasons @phone', async ({ browser }) => {
  const student = await someone(browser, 'Asia/Kolkata')
  await join(student, 'Welcome Wanda')
  const page = await student.newPage()
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto('/home')
  await page.getByRole('link', { name: 'Begin' }).click()

  await test.step('says the goal with an example, and goes back without losing it', async () => {
    await page.getByRole('button', { name: 'Get my first job in tech' }).click()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(heading).toHaveText('What do you want to get better at?')
    await expect(heading).toBeFocused()
    await page.goBack()
    await expect(page.getByLabel('What you want to reach')).toHaveValue('Get my first job in tech')
    await page.goForward()
  })

  await test.step('picks a skill', async () => {
    await page.getByRole('combobox', { name: 'Skills you want to learn' }).fill('Python')
    await page
      .getByRole('option', { name: /^Python/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
  })

  await test.step('confirms the zone and names a budget', async () => {
    await expect(heading).toHaveText(/^Your browser says .*Kolkata.* Is that right\?$/)
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.getByLabel('For one session, at most').fill('2500')
    await page.getByRole('button', { name: 'See my mentors' }).click()
  })

  await test.step('sees three mentors and why', async () => {
    await expect(heading).toHaveText('Mentors for you')
    const reasons = page.getByRole('list', { name: /^Why / })
    await expect(reasons).toHaveCount(3)
    for (const list of await reasons.all()) await expect(list.getByRole('listitem').first()).toBeVisible()
    await expect(reasons.first()).toContainText('Teaches')
    await page.getByRole('link', { name: 'See all mentors' }).click()
    await expect(page).toHaveURL(/\/mentors\?skill=Python/)
  })
})
