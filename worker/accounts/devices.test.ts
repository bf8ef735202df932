import { expect, it } from 'vitest'
import { advance } from '../payments/desk'
import { connect } from '../test/peer'
import { answer, api, student, type Person } from '../test/world'
import { again, isSignedIn } from './desk'

interface Device {
  id: string
  device: string
  is_this: boolean
}
const devices = async (as: Person, query = ''): Promise<{ items: Device[]; next_cursor: string | null }> =>
  answer(api('GET', `/account/devices/${query}`, { as }), 200)
const signOut = (as: Person, id: string) => api('DELETE', `/account/devices/${id}/`, { as })

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/605.1'

it('are listed with their name, the last used first, and say which one is this', async () => {
  const desk = await student()
  await advance(60)
  const body = { email: desk.email, password: desk.password }
  const phone = await answer(api('POST', '/auth/login/', { body, headers: { 'user-agent': PHONE } }), 200)
  const { items, next_cursor } = await devices(desk)
  expect(items).toEqual([
    {
      id: expect.any(String),
      device: 'Safari, iPhone',
      created_at: expect.any(String),
      seen_at: expect.any(String),
      is_this: false,
    },
    expect.objectContaining({ is_this: true }),
  ])
  expect(next_cursor).toBeNull()
  expect((await devices({ ...desk, token: phone.token })).items[0]?.is_this).toBe(true)
})

it('come in pages that neither repeat nor skip', async () => {
  const desk = await student()
  for (let i = 0; i < 4; i++) await again(desk)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof devices>> = await devices(
      desk,
      `?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next_cursor
  }
  expect(new Set(seen).size).toBe(5)
  expect(seen).toHaveLength(5)
})

it('are signed out one by one, and lose their sockets', async () => {
  const desk = await student()
  const [phone, tablet] = [await again(desk), await again(desk)]
  const socket = await connect('/inbox/', phone)
  const its = (await devices(phone)).items.find(({ is_this }) => is_this)!
  await answer(signOut(desk, its.id), 204)
  expect(await socket.closed).toBe(4401)
  expect([await isSignedIn(desk), await isSignedIn(phone), await isSignedIn(tablet)]).toEqual([true, false, true])
  expect((await devices(desk)).items).toHaveLength(2)
  await answer(signOut(desk, its.id), 404)
})

it('of somebody else do not exist', async () => {
  const [ila, ben] = [await student(), await student()]
  const [his] = (await devices(ben)).items
  const foreign = await answer(signOut(ila, his!.id), 404)
  const missing = await answer(signOut(ila, 'no-such-device'), 404)
  expect({ ...foreign, request_id: '' }).toEqual({ ...missing, request_id: '' })
  expect(await isSignedIn(ben)).toBe(true)
})

it('can be the one in hand, whose cookie goes as well', async () => {
  const desk = await student()
  const [its] = (await devices(desk)).items
  const response = await signOut(desk, its!.id)
  expect(response.status).toBe(204)
  expect(response.headers.get('set-cookie')).toMatch(/__Host-session=;.*Max-Age=0/)
  expect(await isSignedIn(desk)).toBe(false)
})
