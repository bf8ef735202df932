import { expect, it } from 'vitest'
import { answer, api, minor, student, type Person } from '../test/world'

const page = (person: Person) => api('GET', `/students/${person.user.student_id}/`)
const open = (as: Person, public_page = true) => api('PUT', '/account/preferences/', { as, body: { public_page } })
const DETAILS = {
  bio: 'Learns Go after work.',
  phone: '+91 98765 43210',
  skills: ['Go'],
  github_url: 'https://github.com/ila-example',
}

it('a student’s page is there once they opened it, with nothing private on it, and gone when closed', async () => {
  const ila = await student({ name: 'Ila Page' })
  await answer(api('POST', '/student/detail/', { as: ila, body: DETAILS }), 200)
  await answer(page(ila), 404)
  await answer(open(ila), 200)
  const shown = await answer(page(ila), 200)
  expect(shown).toMatchObject({ name: 'Ila Page', bio: DETAILS.bio, skills: ['Go'], github_url: DETAILS.github_url })
  expect(JSON.stringify(shown)).not.toMatch(/98765|2001|@example\.com|cv/)
  await answer(open(ila, false), 200)
  await answer(page(ila), 404)
})

it('a minor has no such page, whatever was chosen before', async () => {
  const [yash, ila] = [await minor(), await student()]
  await open(yash)
  await answer(page(yash), 404)
  await answer(open(ila), 200)
  await answer(page(ila), 200)
  const year = new Date().getUTCFullYear() - 15
  await answer(api('PUT', '/student/profile/', { as: ila, body: { date_of_birth: `${year}-01-01` } }), 200)
  await answer(page(ila), 404)
})
