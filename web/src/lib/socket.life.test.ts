import { describe, expect, it } from 'vitest'
import { BORN, delayAfter, next, type Happening, type SocketLife } from './socket.life'

const live = (...happenings: Happening[]): SocketLife =>
  happenings.reduce<SocketLife>((life, happening) => next(life, happening, 0.5), BORN)
const opened = { type: 'opened' } as const
const closed = { type: 'closed', code: 1006 } as const
const waited = { type: 'waited' } as const

describe('the life of a socket', () => {
  it('comes back at once the first time, then after 1 s, 3 s and 7 s', () => {
    const delays: number[] = []
    let life: SocketLife = BORN
    for (let i = 0; i < 4; i++) {
      life = next(life, closed, 0.5)
      if (life.state === 'waiting') delays.push(life.delayMs)
      life = next(life, waited, 0.5)
    }
    expect(delays).toEqual([0, 1000, 3000, 7000])
  })

  it('never waits much longer than a minute, and not all browsers the same', () => {
    expect(delayAfter(50, 1)).toBeLessThan(90_000)
    expect(delayAfter(3, 0)).toBeCloseTo(5600)
    expect(delayAfter(3, 1)).toBeCloseTo(8400)
  })

  it('forgets its failures only once it has stayed open', () => {
    expect(live(closed, waited, opened)).toEqual({ state: 'live', failures: 1 })
    expect(live(closed, waited, opened, { type: 'steady' })).toEqual({ state: 'live', failures: 0 })
  })

  it('does not come back where the session is over', () => {
    const over = live(opened, { type: 'closed', code: 4401 })
    expect(over.state).toBe('ended')
    expect(next(over, { type: 'online' }, 0.5)).toBe(over)
  })

  it('asks once more after it was removed, and takes a shut door for the answer', () => {
    const removed = { type: 'closed', code: 4403 } as const
    expect(live(opened, removed, waited).state).toBe('connecting')
    expect(live(opened, removed, waited, closed)).toMatchObject({ state: 'ended', code: 4403 })
    expect(live(opened, removed, waited, opened, closed).state).toBe('waiting')
  })

  it('slows down where it was too fast, and comes back from a restart at a moment of its own', () => {
    const after = (code: number, random: number) =>
      next({ state: 'live', failures: 0 }, { type: 'closed', code }, random)
    expect(after(4429, 0.5)).toMatchObject({ state: 'waiting', delayMs: 3000 })
    expect(after(1012, 0.25)).toMatchObject({ state: 'waiting', delayMs: 500 })
    expect(after(1012, 0.75)).toMatchObject({ state: 'waiting', delayMs: 1500 })
    for (const code of [4400, 4409, 4413]) expect(after(code, 0.5)).toMatchObject({ state: 'waiting', delayMs: 0 })
  })

  it('rests while nobody looks, whatever the network does, and connects for whoever looks', () => {
    const resting = live(opened, { type: 'unseen' })
    expect(resting.state).toBe('resting')
    for (const happening of [closed, { type: 'offline' }, { type: 'online' }] as const)
      expect(next(resting, happening, 0.5)).toBe(resting)
    expect(next(resting, { type: 'seen' }, 0.5)).toEqual(BORN)
    expect(live({ type: 'offline' }, { type: 'unseen' }).state).toBe('offline')
  })

  it('rests while the device is offline and connects as soon as it is back', () => {
    const offline = live(opened, { type: 'offline' })
    expect(offline.state).toBe('offline')
    expect(next(offline, closed, 0.5)).toBe(offline)
    expect(next(offline, { type: 'online' }, 0.5)).toEqual(BORN)
  })
})
