import { expect, it } from 'vitest'
import { answer, api, applicant, mentor, student, type Person } from '../test/world'

const kept = async (as: Person, query = '') => answer(api('GET', `/favourites/${query}`, { as }), 200)

it('keeps a mentor once, shows the newest first, and lets go again', async () => {
  const [ila, first, second] = [await student(), await mentor(), await mentor()]
  const put = (mentor_id: string) => api('PUT', `/favourites/${mentor_id}/`, { as: ila })
  expect(await answer(put(first.mentor_id), 200)).toMatchObject({ mentor_id: first.mentor_id, is_listed: true })
  await answer(put(second.mentor_id), 200)
  await Promise.all(Array.from({ length: 5 }, () => answer(put(first.mentor_id), 200)))
  expect((await kept(ila)).items.map(({ mentor_id }: any) => mentor_id)).toEqual([second.mentor_id, first.mentor_id])

  const page = await kept(ila, '?limit=1')
  const rest = await kept(ila, `?limit=1&cursor=${encodeURIComponent(page.next_cursor)}`)
  expect([...page.items, ...rest.items].map(({ mentor_id }) => mentor_id)).toEqual([second.mentor_id, first.mentor_id])
  expect(rest.next_cursor).toBeNull()

  await answer(api('DELETE', `/favourites/${first.mentor_id}/`, { as: ila }), 204)
  await answer(api('DELETE', `/favourites/${first.mentor_id}/`, { as: ila }), 204)
  expect((await kept(ila)).items).toHaveLength(1)
})

it('is each person’s own, and takes listed mentors alone', async () => {
  const [ila, other, waiting, ravi] = [await student(), await student(), await applicant(), await mentor()]
  await answer(api('PUT', `/favourites/${waiting.mentor_id}/`, { as: ila }), 404)
  await answer(api('PUT', '/favourites/M999999/', { as: ila }), 404)
  await answer(api('PUT', `/favourites/${ravi.mentor_id}/`, { as: ravi }), 404)
  await answer(api('PUT', `/favourites/${ravi.mentor_id}/`, { as: ila }), 200)
  await answer(api('DELETE', `/favourites/${ravi.mentor_id}/`, { as: other }), 204)
  expect((await kept(other)).items).toEqual([])
  expect((await kept(ila)).items).toHaveLength(1)
})
