import { expect, it } from 'vitest'
import { SAVED_SEARCHES_MOST } from '../contract/searches.constants'
import { answer, api, student, type Person } from '../test/world'

const save = (as: Person, query: string, name = 'Mine') => api('POST', '/searches/', { as, body: { name, query } })
const saved = async (as: Person) => (await answer(api('GET', '/searches/', { as }), 200)).items

it('saves a search without its page, once however its words are ordered, and under the newest name', async () => {
  const ila = await student()
  const first = await answer(save(ila, 'skill=go&q=queues&cursor=abc&limit=5', 'Queues'), 201)
  expect(first).toMatchObject({ name: 'Queues', query: 'q=queues&skill=go' })
  await answer(save(ila, '?q=queues&skill=go', 'Queues, again'), 201)
  expect(await saved(ila)).toMatchObject([{ id: first.id, name: 'Queues, again' }])
})

it('refuses what the directory would refuse, beside its field', async () => {
  const ila = await student()
  for (const query of ['sort=nonsense', 'unknown=1', 'price_max_minor=-5', 'language=%00'])
    expect(await answer(save(ila, query), 422)).toMatchObject({ errors: { query: [expect.any(String)] } })
  expect(await saved(ila)).toEqual([])
})

it('is each person’s own, and has an end', async () => {
  const [ila, other] = [await student(), await student()]
  const { id } = await answer(save(ila, 'q=go'), 201)
  await answer(api('DELETE', `/searches/${id}/`, { as: other }), 404)
  for (let i = 1; i < SAVED_SEARCHES_MOST; i++) await answer(save(ila, `q=word${i}`), 201)
  expect(await answer(save(ila, 'q=one too many'), 409)).toMatchObject({ code: 'state_conflict' })
  await answer(save(ila, 'q=go', 'Renamed'), 201)
  await answer(api('DELETE', `/searches/${id}/`, { as: ila }), 204)
  expect(await saved(ila)).toHaveLength(SAVED_SEARCHES_MOST - 1)
})
