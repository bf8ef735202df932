import { env } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { drainOutbox } from '../lib/outbox'
import { connect, upgrade } from '../test/peer'
import { answer, api, ORIGIN, student } from '../test/world'
import { announce } from './announcing.data'
import { posted } from './comments.desk'

/** As the batch that publishes a post ends. */
async function published(post_id: string): Promise<void> {
  const db = unmetered(env)
  await write(db, [announce(db, post_id, now()), announce(db, post_id, now())])
  await drainOutbox(env)
}

it('everybody who looks hears of a new post once: which, and not what it says', async () => {
  const people = [await student(), await student(), await student()]
  const peers = await Promise.all(people.map((who) => connect('/community/', who)))
  expect(peers[0]!.hello).toEqual({ type: 'hello', v: 1, now: expect.any(String) })
  const [author] = people
  const [first, second, removed] = [await posted(author!), await posted(author!), await posted(author!)]
  await env.DB.prepare("insert into post_tags (post_id, tag) values (?, 'sql')").bind(first).run()
  await env.DB.prepare('update posts set removed_at = 1 where id = ?').bind(removed).run()
  for (const post of [first, removed, second]) await published(post)
  for (const peer of peers) {
    await peer.next({ type: 'news', post_id: second })
    const news = peer.frames.filter(({ type }) => type === 'news')
    expect(news.toSorted((one, other) => one.post_id.localeCompare(other.post_id))).toEqual([
      { type: 'news', post_id: first, topic: 'general', tags: ['sql'] },
      { type: 'news', post_id: second, topic: 'general', tags: [] },
    ])
  }
})

it('a socket is for who is signed in, by header, ticket or cookie with our Origin', async () => {
  const who = await student()
  expect((await upgrade('/community/')).status).toBe(401)
  const cookie = { cookie: `__Host-session=${who.token}` }
  expect((await upgrade('/community/', undefined, { ...cookie, origin: 'https://evil.example.com' })).status).toBe(403)
  expect((await upgrade('/community/', undefined, { ...cookie, origin: ORIGIN })).status).toBe(101)
  const { ticket } = await answer(api('POST', '/auth/socket-ticket/', { as: who }), 201)
  expect((await upgrade(`/community/?ticket=${ticket}`)).status).toBe(101)
  expect((await upgrade(`/community/?ticket=${ticket}`)).status).toBe(401)
})

it('a socket is closed with its session, and says nothing but pong', async () => {
  const who = await student()
  const peer = await connect('/community/', who)
  await peer.settled()
  const other = await connect('/community/', await student())
  await answer(api('POST', '/auth/logout/', { as: who }), 204)
  expect(await peer.closed).toBe(4401)
  await other.settled()
  for (let i = 0; i < 3; i++) other.send({ type: 'news', post_id: 'forged' })
  expect(await other.closed).toBe(4400)
})
