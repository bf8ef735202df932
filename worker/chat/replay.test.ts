/// <reference types="vite/types/importMeta.d.ts" />
import { env, evictAllDurableObjects } from 'cloudflare:test'
import * as fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { scaleLimits } from '../lib/limits'
import { answer, api, mentor, student } from '../test/world'
import { conversationOf } from './conversation'
import { connect, type Peer } from '../test/peer'

const RUNS = Number(import.meta.env.RANDOM_RUNS ?? 15)

afterEach(() => scaleLimits(1))

type Step = { act: 'say' | 'repeat' | 'cut' | 'sleep' | 'restart'; who: 0 | 1 }
const steps = fc.array(
  fc.record({
    act: fc.constantFrom<Step['act']>('say', 'say', 'say', 'repeat', 'cut', 'sleep', 'restart'),
    who: fc.constantFrom<0 | 1>(0, 1),
  }),
  { maxLength: 40 },
)

/** A client as the contract wants it: it keeps what it got, and comes back with its last seq. */
class Device {
  readonly got: { seq: number; content: string }[] = []
  private peer: Peer | undefined
  readonly unsure = new Map<string, string>()

  constructor(
    private readonly open: (since: number) => Promise<Peer & { hello: any }>,
    private readonly name: string,
  ) {}

  private collect(): void {
    this.got.push(...(this.peer?.messages().map(({ seq, content }) => ({ seq, content })) ?? []))
    for (const { client_id } of this.peer?.messages() ?? []) this.unsure.delete(client_id)
  }

  async connect(): Promise<Peer> {
    if (this.peer) return this.peer
    const peer = await this.open(this.got.at(-1)?.seq ?? 0)
    this.peer = peer
    for (const [client_id, content] of this.unsure) peer.say(content, client_id)
    return peer
  }

  async say(text: string, client_id: string = crypto.randomUUID()): Promise<void> {
    const content = `${this.name} ${text}`
    this.unsure.set(client_id, content)
    ;(await this.connect()).say(content, client_id)
  }

  /** Without a word, with whatever is under way. */
  cut(): void {
    this.collect()
    void this.peer?.hangUp()
    this.peer = undefined
  }

  async rest(): Promise<void> {
    await (await this.connect()).settled()
  }
}

it('brings exactly what was missed, whatever is cut, asleep or restarted', async () => {
  scaleLimits(1000)
  const [asha, mira] = [await student(), await mentor()]
  const { id } = await answer(api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }), 201)
  await answer(
    api('POST', '/chat/messages/', {
      as: mira,
      body: { conversation_id: id, client_id: 'welcome', content: 'Welcome' },
    }),
    201,
  )
  const room = () => conversationOf(env, id)

  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const start = (await room().page({ limit: 1 })).items[0]?.seq ?? 0
      const people = [asha, mira].map(
        (person, i) =>
          new Device((since) => connect(`/conversations/${id}/?since=${Math.max(since, start)}`, person), String(i)),
      ) as [Device, Device]
      let said = 0
      for (const { act, who } of plan) {
        const device = people[who]
        if (act === 'say') await device.say(String(said++))
        if (act === 'repeat')
          for (const [client_id, content] of device.unsure) (await device.connect()).say(content, client_id)
        if (act === 'cut') device.cut()
        if (act === 'sleep') await evictAllDurableObjects()
        if (act === 'restart') {
          for (const one of people) one.cut()
          await evictAllDurableObjects({ webSockets: 'close' })
        }
      }
      for (const device of people) {
        await device.rest()
        await device.rest()
      }
      for (const device of people) device.cut()
      const { items } = await room().page({ after_seq: start, limit: 100 })
      expect(items.map(({ seq }) => seq)).toEqual(items.map((_, i) => start + 1 + i))
      expect(items).toHaveLength(said)
      for (const { got, unsure } of people) {
        expect(new Set(got.map(({ seq }) => seq)).size, 'each message once').toBe(said)
        expect(
          got.filter(({ seq }, i) => got.findIndex((other) => other.seq === seq) === i).map(({ content }) => content),
        ).toEqual(items.map(({ content }) => content))
        expect(unsure.size, 'nothing is lost').toBe(0)
      }
    }),
    { numRuns: RUNS },
  )
})
