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

  it('does not come back where the server said that it is of no use', () => {
    for (const code of [4401, 4403]) {
      const over = live(opened, { type: 'closed', code })
      expect(over.state).toBe('ended')
      expect(next(over, { type: 'online' }, 0.5)).toBe(over)
    }
  })

  it('rests while the device is offline and connects as soon as it is back', () => {
    const offline = live(opened, { type: 'offline' })
    expect(offline.state).toBe('offline')
    expect(next(offline, closed, 0.5)).toBe(offline)
    expect(next(offline, { type: 'online' }, 0.5)).toEqual(BORN)
  })
})
