import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, it } from 'vitest'
import { introduced } from '../chat/desk'
import { moveClock, now } from '../lib/clock'
import { drainOutbox } from '../lib/outbox'
import { connect } from '../test/peer'
import { answer, api, eventually, type Person } from '../test/world'

type Room = Awaited<ReturnType<typeof introduced>>
let room: Room
beforeEach(async () => void (room = await introduced()))

const digestsTo = async ({ email }: Person) =>
  (
    await env.DB.prepare("select subject, text, headers from mailbox where recipient = ? and kind = 'message_digest'")
      .bind(email)
      .all<{ subject: string; text: string; headers: string }>()
  ).results
const waiting = ({ user }: Person): Promise<number | null> =>
  env.DB.prepare("select count(*) as n from outbox where topic = 'message_digest' and payload like ?")
    .bind(`%${user.id}%`)
    .first<number>('n')
const unread = ({ user }: Person): Promise<number | null> =>
  env.DB.prepare('select unread from conversation_members where account_id = ?').bind(user.id).first<number>('unread')
const isTold = (who: Person) => eventually(async () => ((await waiting(who)) ?? 0) > 0)
/** Time goes on, and everything that falls due is done. */
async function later(minutes: number, who: Person): Promise<void> {
  await moveClock(env, new Date(now().getTime() + minutes * 60_000))
  const due = () =>
    env.DB.prepare(
      "select 1 from outbox where topic = 'message_digest' and payload like ? and created_at <= ? and attempts = 0 and due_at <= ?",
    )
      .bind(`%${who.user.id}%`, now().getTime(), now().getTime() + 60_000)
      .first()
  await drainOutbox(env)
  await eventually(async () => (await due()) === null)
}

/** Asha looks at the conversation for a moment. */
async function read(seq: number): Promise<void> {
  const reader = await room.enter(room.asha)
  reader.send({ type: 'read', seq })
  await eventually(async () => (await answer(api('GET', '/notifications/', { as: room.asha }), 200)).unread === 0)
  await reader.hangUp()
}

describe('a person who is away for 15 minutes', () => {
  it('gets one mail about all that is unread, with a way to stop such mails', async () => {
    await room.say(room.mira, 'One')
    await room.say(room.mira, 'Two')
    await isTold(room.asha)
    await eventually(async () => (await unread(room.asha)) === 3)
    await later(10, room.asha)
    expect(await digestsTo(room.asha)).toEqual([])
    await later(6, room.asha)
    const [mail, ...more] = await digestsTo(room.asha)
    expect(more).toEqual([])
    expect(mail!.subject).toBe(`3 unread messages from ${room.mira.user.name}`)
    expect(mail!.text).toContain(`/messages/${room.id}`)
    expect(mail!.text).not.toContain('Two')
    expect(mail!.headers).toContain('List-Unsubscribe')
  })

  it('hears of the same run once, and of the next one again', async () => {
    await isTold(room.asha)
    await later(16, room.asha)
    await room.say(room.mira, 'Still there?')
    await later(31, room.asha)
    expect(await digestsTo(room.asha)).toHaveLength(1)
    await read(2)
    await room.say(room.mira, 'Hello again')
    await isTold(room.asha)
    await later(16, room.asha)
    expect(await digestsTo(room.asha)).toHaveLength(2)
  })

  it('gets none about what was read meanwhile', async () => {
    await isTold(room.asha)
    await read(1)
    await later(16, room.asha)
    expect(await digestsTo(room.asha)).toEqual([])
  })

  it('gets none while some device shows the product, and one when that is over', async () => {
    await isTold(room.asha)
    const inbox = await connect('/inbox/', room.asha)
    await later(16, room.asha)
    expect(await digestsTo(room.asha)).toEqual([])
    await inbox.hangUp()
    await later(16, room.asha)
    expect(await digestsTo(room.asha)).toHaveLength(1)
  })

  it('is told when the 15 minutes are full, not before', async () => {
    const inbox = await connect('/inbox/', room.asha)
    await isTold(room.asha)
    await later(12, room.asha)
    await inbox.hangUp()
    await later(6, room.asha)
    expect(await digestsTo(room.asha)).toEqual([])
    await later(12, room.asha)
    expect(await digestsTo(room.asha)).toHaveLength(1)
  })

  it('gets none from a conversation that was muted, and none where such mails are off', async () => {
    await isTold(room.asha)
    await env.DB.prepare('update conversation_members set muted = 1 where account_id = ?').bind(room.asha.user.id).run()
    const other = await introduced()
    await isTold(other.asha)
    await answer(
      api('PUT', '/account/preferences/', { as: other.asha, body: { mail: { message_digest: false } } }),
      200,
    )
    await later(16, room.asha)
    await later(1, other.asha)
    expect([await digestsTo(room.asha), await digestsTo(other.asha)]).toEqual([[], []])
  })

  it('hears of messages by mail also where the product does not tell them', async () => {
    await answer(
      api('PUT', '/account/preferences/', { as: room.asha, body: { in_app: { message_received: false } } }),
      200,
    )
    await read(1)
    await room.say(room.mira, 'One')
    await eventually(async () => (await unread(room.asha)) === 1)
    expect((await answer(api('GET', '/notifications/', { as: room.asha }), 200)).unread).toBe(0)
    await later(16, room.asha)
    expect(await digestsTo(room.asha)).toHaveLength(1)
  })
})
