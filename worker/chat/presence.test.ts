import { env, evictAllDurableObjects } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { moveClock, now } from '../lib/clock'
import { connect } from '../test/peer'
import { answer, api, eventually, type Person } from '../test/world'
import { introduced } from './desk'
import { sightAt } from './presence.rules'

const otherOf = async (as: Person) => (await answer(api('GET', '/chat/conversations/', { as }), 200)).items[0].other
const isOnline = (as: Person, online: boolean) =>
  eventually(async () => {
    const other = await otherOf(as)
    return other.is_online === online && other
  })
const hide = (as: Person, presence_hidden = true) =>
  answer(api('PUT', '/account/preferences/', { as, body: { presence_hidden } }), 200)
const later = (minutes: number) => moveClock(env, new Date(now().getTime() + minutes * 60_000))
const seen = () => sightAt(now()).toISOString()

it('who has the product open is online, and was last seen when the last socket left', async () => {
  const { asha, mira, enter } = await introduced()
  const [desk, phone] = [await connect('/inbox/', mira), await connect('/inbox/', mira)]
  await isOnline(asha, true)
  await desk.hangUp()
  await isOnline(asha, true)
  await later(12)
  await evictAllDurableObjects()
  await phone.hangUp()
  await eventually(async () => (await otherOf(asha)).last_seen === seen())
  expect((await otherOf(asha)).is_online).toBe(false)
  const { hello } = await enter(asha)
  expect(hello.members.map(({ last_seen }: { last_seen: string | null }) => last_seen)).toEqual([seen(), null])
})

it('a socket into the conversation alone is a presence as well', async () => {
  const { asha, mira, enter } = await introduced()
  const peer = await enter(mira)
  await isOnline(asha, true)
  await eventually(async () => (await otherOf(asha)).last_seen === seen())
  await peer.hangUp()
  await isOnline(asha, false)
})

it('is written down once in five minutes, however often somebody comes and goes', async () => {
  const { asha, mira } = await introduced()
  await (await connect('/inbox/', mira)).hangUp()
  await eventually(async () => (await otherOf(asha)).last_seen !== null)
  await env.DB.prepare('update sightings set seen_at = 1000 where account_id = ?').bind(mira.user.id).run()
  for (let i = 0; i < 3; i++) await (await connect('/inbox/', mira)).hangUp()
  await isOnline(asha, false)
  expect((await otherOf(asha)).last_seen).toBe(new Date(1000).toISOString())
  await later(5)
  await (await connect('/inbox/', mira)).hangUp()
  await eventually(async () => (await otherOf(asha)).last_seen === seen())
})

it('who hides is not seen and sees nobody', async () => {
  const { asha, mira, enter } = await introduced()
  await connect('/inbox/', asha)
  await connect('/inbox/', mira)
  await isOnline(asha, true)
  await isOnline(mira, true)
  await hide(mira)
  for (const as of [asha, mira]) {
    expect(await otherOf(as)).toMatchObject({ is_online: false, last_seen: null })
    const { members } = (await enter(as)).hello
    expect(members.map(({ last_seen }: { last_seen: string | null }) => last_seen)).toEqual([null, null])
  }
  await hide(mira, false)
  await isOnline(asha, true)
})

it('whoever is blocked is told of no presence, nor is who blocks', async () => {
  const { asha, mira } = await introduced()
  await connect('/inbox/', asha)
  await connect('/inbox/', mira)
  await isOnline(asha, true)
  await api('PUT', `/blocks/${asha.user.student_id}/`, { as: mira })
  for (const as of [asha, mira]) expect(await otherOf(as)).toMatchObject({ is_online: false, last_seen: null })
})
