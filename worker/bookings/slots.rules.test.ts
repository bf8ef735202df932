import { describe, expect, it } from 'vitest'
import { wallTimeOf, zoneLabel } from '../contract/zone'
import { zones } from '../lib/zones'
import { isOffered, nearestFree, slots, type SlotPolicy, type SlotQuery } from './slots.rules'

const MINUTE = 60_000
const at = (text: string) => Date.parse(text)
const policy: SlotPolicy = {
  minutes: 60,
  buffer_before_minutes: 0,
  buffer_after_minutes: 0,
  minimum_notice_minutes: 0,
  horizon_days: 400,
  most_per_day: null,
  most_per_week: null,
}

/** A mentor in the zone, open on every weekday at these hours ('09:00-12:00'), seen over the UTC days of `window`. */
function mentor(zone: string, hours: string, window: [string, string], changes: Partial<SlotQuery> = {}): SlotQuery {
  const [from, until] = [at(`${window[0]}T00:00Z`), at(`${window[1]}T00:00Z`)]
  const ranges = hours ? hours.split(' ').map((range) => range.split('-') as [string, string]) : []
  const rules = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => ranges.map(([start, end]) => ({ weekday, start, end })))
  const plain = {
    overrides: [],
    away: [],
    zone_periods: [],
    busy: [],
    booked: [],
    taught: [],
    most_sessions_per_week: null,
  }
  return { ...plain, rules, policy, zone, now: from, from, until, ...changes }
}
const utc = (query: SlotQuery) =>
  [...slots(query)].map((slot) => new Date(slot.start_time).toISOString().slice(5, 16).replace('T', ' '))
const local = (query: SlotQuery) =>
  [...slots(query)].map(({ start_time }) => {
    const { date, time } = wallTimeOf(zones.zone(query.zone), start_time)
    return `${date.slice(5)} ${time} ${zoneLabel(zones.zone(query.zone), start_time)}`
  })
const busy = (from: string, until: string) => ({ from: at(from), until: at(until) })

describe('the grid', () => {
  it('starts every half hour from the beginning of the range, and the last session ends with it', () => {
    expect(utc(mentor('UTC', '09:10-11:20', ['2027-01-04', '2027-01-05']))).toEqual([
      '01-04 09:10',
      '01-04 09:40',
      '01-04 10:10',
    ])
  })

  it('steps by the session when that is shorter', () => {
    const query = mentor('UTC', '09:00-10:00', ['2027-01-04', '2027-01-05'], { policy: { ...policy, minutes: 20 } })
    expect(utc(query)).toEqual(['01-04 09:00', '01-04 09:20', '01-04 09:40'])
  })

  it('gives each slot its minutes', () => {
    for (const slot of slots(mentor('UTC', '09:00-12:00', ['2027-01-04', '2027-01-05']))) {
      expect(slot.end_time - slot.start_time).toBe(60 * MINUTE)
    }
  })

  it('offers a slot once though rules overlap, touch or repeat', () => {
    const whole = utc(mentor('UTC', '09:00-12:00', ['2027-01-04', '2027-01-06']))
    expect(utc(mentor('UTC', '10:10-11:00 09:00-10:30 09:00-12:00', ['2027-01-04', '2027-01-06']))).toEqual(whole)
    expect(utc(mentor('UTC', '10:15-12:00 09:00-10:15', ['2027-01-04', '2027-01-06']))).toEqual(whole)
  })

  it('follows the weekday of the mentor, not of UTC', () => {
    const query = {
      ...mentor('Pacific/Auckland', '', ['2027-01-01', '2027-01-12']),
      rules: [{ weekday: 1, start: '09:00', end: '10:00' }],
    }
    expect(local(query)).toEqual(['01-04 09:00 NZDT', '01-11 09:00 NZDT'])
    expect(utc(query)).toEqual(['01-03 20:00', '01-10 20:00'])
  })
})

describe('overrides', () => {
  const week = mentor('Asia/Kolkata', '09:00-10:00', ['2027-01-04', '2027-01-07'])

  it('replace the rules of their local date only', () => {
    const overrides = [{ date: '2027-01-05', ranges: [{ start: '18:00', end: '19:00' }] }]
    expect(local({ ...week, overrides })).toEqual(['01-04 09:00 IST', '01-05 18:00 IST', '01-06 09:00 IST'])
  })

  it('without ranges are a day off', () => {
    expect(local({ ...week, overrides: [{ date: '2027-01-05', ranges: [] }] })).toEqual([
      '01-04 09:00 IST',
      '01-06 09:00 IST',
    ])
  })

  it('open a day that has no rule', () => {
    const overrides = [{ date: '2027-01-05', ranges: [{ start: '08:00', end: '09:00' }] }]
    expect(local({ ...week, rules: [], overrides })).toEqual(['01-05 08:00 IST'])
  })
})

describe('days off', () => {
  const week = mentor('Asia/Kolkata', '09:00-10:00', ['2027-01-04', '2027-01-09'])

  it('close their first and their last date, and count for more than an override', () => {
    const overrides = [{ date: '2027-01-06', ranges: [{ start: '18:00', end: '19:00' }] }]
    const away = [{ from_date: '2027-01-05', to_date: '2027-01-06' }]
    expect(local({ ...week, overrides, away })).toEqual(['01-04 09:00 IST', '01-07 09:00 IST', '01-08 09:00 IST'])
  })
})

describe('a period in another zone', () => {
  const days = mentor('Europe/Lisbon', '09:00-10:00', ['2027-01-04', '2027-01-09'])
  const tokyo = [{ from_date: '2027-01-06', to_date: '2027-01-07', time_zone: 'Asia/Tokyo' }]

  it('reads the hours of its dates on that clock', () => {
    expect(utc({ ...days, zone_periods: tokyo })).toEqual([
      '01-04 09:00',
      '01-05 09:00',
      '01-06 00:00',
      '01-07 00:00',
      '01-08 09:00',
    ])
  })

  it('stays in order where the clocks meet, and offers what both offer once', () => {
    const query = { ...mentor('Europe/Lisbon', '00:00-24:00', ['2027-01-04', '2027-01-09']), zone_periods: tokyo }
    const starts = [...slots(query)].map(({ start_time }) => start_time)
    expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
    expect(utc(query)).toContain('01-05 15:00')
    expect(utc(query)).not.toContain('01-07 15:00')
  })

  it('counts a day on the clock that the start is of: what lies between two clocks is of both', () => {
    const booked = [at('2027-01-05T16:00Z')]
    const most = { ...policy, most_per_day: 1 }
    const query = mentor('Europe/Lisbon', '09:00-10:00', ['2027-01-04', '2027-01-09'], { booked, policy: most })
    expect(utc(query)).not.toContain('01-05 09:00')
    expect(utc({ ...query, zone_periods: tokyo })).toEqual(['01-04 09:00', '01-07 00:00', '01-08 09:00'])
  })
})

describe('midnight', () => {
  it('does not cut a session when the next day goes on at 00:00', () => {
    const query = mentor('UTC', '00:00-01:00 23:00-24:00', ['2027-01-04', '2027-01-05'])
    expect(utc(query)).toEqual(['01-04 00:00', '01-04 23:00', '01-04 23:30'])
  })

  it('cuts it when the next day is off', () => {
    const query = mentor('UTC', '00:00-01:00 23:00-24:00', ['2027-01-04', '2027-01-05'])
    expect(utc({ ...query, overrides: [{ date: '2027-01-05', ranges: [] }] })).toEqual(['01-04 00:00', '01-04 23:00'])
  })

  it('begins a new grid with the new day', () => {
    const query = mentor('UTC', '00:00-01:00 22:50-24:00', ['2027-01-04', '2027-01-06'])
    expect(utc(query).slice(1, 5)).toEqual(['01-04 22:50', '01-04 23:20', '01-04 23:50', '01-05 00:00'])
  })
})

describe('busy times', () => {
  const morning = mentor('UTC', '09:00-12:00', ['2027-01-04', '2027-01-05'])
  const meeting = [busy('2027-01-04T10:00Z', '2027-01-04T11:00Z')]

  it('leave what stands back to back', () => {
    expect(utc({ ...morning, busy: meeting })).toEqual(['01-04 09:00', '01-04 11:00'])
  })

  it('keep this offer at the distance of its buffers, before and after', () => {
    const wide = { ...morning, busy: [busy('2027-01-04T10:00Z', '2027-01-04T10:15Z')] }
    expect(utc(wide)).toEqual(['01-04 09:00', '01-04 10:30', '01-04 11:00'])
    expect(utc({ ...wide, policy: { ...policy, buffer_before_minutes: 15 } })).toEqual([
      '01-04 09:00',
      '01-04 10:30',
      '01-04 11:00',
    ])
    expect(utc({ ...wide, policy: { ...policy, buffer_before_minutes: 16 } })).toEqual(['01-04 09:00', '01-04 11:00'])
    expect(utc({ ...wide, policy: { ...policy, buffer_after_minutes: 1 } })).toEqual(['01-04 10:30', '01-04 11:00'])
  })

  it('need no buffer inside the open hours: the first and last session of a day may stand at its edges', () => {
    const buffered = { ...morning, policy: { ...policy, buffer_before_minutes: 30, buffer_after_minutes: 30 } }
    expect(utc(buffered)).toEqual(utc(morning))
  })

  it('count however they are ordered, nested or doubled', () => {
    const nested = [
      busy('2027-01-04T10:30Z', '2027-01-04T10:40Z'),
      ...meeting,
      ...meeting,
      busy('2027-01-03T00:00Z', '2027-01-04T09:01Z'),
    ]
    expect(utc({ ...morning, busy: nested })).toEqual(['01-04 11:00'])
  })
})

describe('policy', () => {
  const days = mentor('America/New_York', '18:00-20:00', ['2027-01-04', '2027-01-07'])

  it('offers nothing before the notice is over and the rest from that very minute', () => {
    const notice = (now: string) =>
      local({ ...days, now: at(now), policy: { ...policy, minimum_notice_minutes: 120 } })[0]
    expect(notice('2027-01-04T21:00Z')).toBe('01-04 18:00 EST')
    expect(notice('2027-01-04T21:01Z')).toBe('01-04 18:30 EST')
  })

  it('ends at the horizon', () => {
    const horizon = (now: string) => local({ ...days, now: at(now), policy: { ...policy, horizon_days: 1 } }).at(-1)
    expect(horizon('2027-01-04T23:30Z')).toBe('01-05 18:30 EST')
    expect(horizon('2027-01-04T23:29Z')).toBe('01-05 18:00 EST')
  })

  it('closes a local day that has its most bookings, though UTC splits or joins it otherwise', () => {
    const booked = [at('2027-01-05T00:00Z'), at('2027-01-05T23:00Z')]
    const open = local({ ...days, booked, policy: { ...policy, most_per_day: 1 } })
    expect(open).toEqual(['01-03 19:00 EST', '01-06 18:00 EST', '01-06 18:30 EST'])
    expect(local({ ...days, booked, policy: { ...policy, most_per_day: 2 } })).toEqual(local(days))
  })
})

describe('a full week', () => {
  const weeks = mentor('America/New_York', '18:00-19:00', ['2027-01-09', '2027-01-14'])

  it('begins on the Monday of the mentor', () => {
    const booked = [at('2027-01-11T02:00Z')]
    expect(local({ ...weeks, booked, policy: { ...policy, most_per_week: 1 } })).toEqual([
      '01-11 18:00 EST',
      '01-12 18:00 EST',
      '01-13 18:00 EST',
    ])
  })

  it('counts whatever is taught, and the seats of one group once', () => {
    const seat = at('2027-01-11T15:00Z')
    expect(local({ ...weeks, taught: [seat, seat], most_sessions_per_week: 2 })).toEqual(local(weeks))
    const full = local({ ...weeks, taught: [seat, seat + 60 * MINUTE], most_sessions_per_week: 2 })
    expect(full).toEqual(['01-09 18:00 EST', '01-10 18:00 EST'])
  })
})

describe('a change of the clocks', () => {
  it('cuts a rule inside a gap and shifts nothing', () => {
    const query = mentor('America/New_York', '01:30-04:00', ['2027-03-14', '2027-03-15'])
    expect(local(query)).toEqual(['03-14 01:30 EST', '03-14 03:00 EDT'])
    expect(local(mentor('America/New_York', '02:00-03:00', ['2027-03-14', '2027-03-15']))).toEqual([])
    expect(local(mentor('America/New_York', '02:30-04:00', ['2027-03-14', '2027-03-15']))).toEqual(['03-14 03:00 EDT'])
  })

  it('offers both instants of an overlap, told apart by their labels', () => {
    const query = mentor('America/New_York', '01:00-03:00', ['2026-11-01', '2026-11-02'])
    expect(local(query)).toEqual([
      '11-01 01:00 EDT',
      '11-01 01:30 EDT',
      '11-01 01:00 EST',
      '11-01 01:30 EST',
      '11-01 02:00 EST',
    ])
    expect(utc(query)).toEqual(['11-01 05:00', '11-01 05:30', '11-01 06:00', '11-01 06:30', '11-01 07:00'])
  })

  it('lets a session keep its elapsed minutes', () => {
    const long = { ...policy, minutes: 150 }
    const autumn = mentor('America/New_York', '00:00-02:00', ['2026-11-01', '2026-11-02'], { policy: long })
    const spring = mentor('America/New_York', '00:00-03:30', ['2027-03-14', '2027-03-15'], { policy: long })
    expect(local(autumn)).toEqual(['11-01 00:00 EDT', '11-01 00:30 EDT'])
    expect(local(spring)).toEqual(['03-14 00:00 EST'])
  })

  it('leaves the afternoon of that day where it was (cal#30021)', () => {
    for (const [zone, day] of [
      ['America/New_York', '2027-03-14'],
      ['America/New_York', '2026-11-01'],
      ['Australia/Lord_Howe', '2026-10-04'],
      ['Africa/Cairo', '2027-04-30'],
    ] as const) {
      const overrides = [{ date: day, ranges: [{ start: '14:00', end: '15:30' }] }]
      const from = at(day) - 36 * 60 * MINUTE
      const shown = local(mentor(zone, '', [day, day], { overrides, now: from, from, until: from + 96 * 60 * MINUTE }))
      expect(shown.map((slot) => slot.slice(0, 11))).toEqual([`${day.slice(5)} 14:00`, `${day.slice(5)} 14:30`])
    }
  })

  it('may be half an hour: Lord Howe', () => {
    const spring = mentor('Australia/Lord_Howe', '01:00-03:30', ['2026-10-03', '2026-10-04'])
    expect(local(spring)).toEqual(['10-04 01:00 UTC+10:30', '10-04 01:30 UTC+10:30', '10-04 02:30 UTC+11'])
    const autumn = mentor('Australia/Lord_Howe', '01:00-02:30', ['2027-04-03', '2027-04-04'])
    expect(local(autumn)).toEqual(['04-04 01:00 UTC+11', '04-04 01:30 UTC+11', '04-04 01:30 UTC+10:30'])
  })

  it('may take midnight away: Cairo and Santiago begin that day at 1:00, joined with the evening before', () => {
    const hours = '00:00-02:00 23:00-24:00'
    const cairo = mentor('Africa/Cairo', hours, ['2027-04-29', '2027-04-30'], { from: at('2027-04-29T12:00Z') })
    expect(local(cairo)).toEqual(['04-29 23:00 EET', '04-29 23:30 EET', '04-30 01:00 EEST'])
    const santiago = mentor('America/Santiago', hours, ['2027-09-05', '2027-09-06'], { from: at('2027-09-05T00:00Z') })
    expect(local(santiago).slice(0, 3)).toEqual(['09-04 23:00 UTC−4', '09-04 23:30 UTC−4', '09-05 01:00 UTC−3'])
  })

  it('stays in order where a date comes back: Newfoundland changed at one minute past midnight', () => {
    const query = mentor('America/St_Johns', '00:00-00:30 23:00-24:00', ['2010-11-07', '2010-11-08'], {
      policy: { ...policy, minutes: 30 },
    })
    const starts = [...slots(query)].map((slot) => slot.start_time)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(local(query)).toEqual([
      '11-06 23:00 NDT',
      '11-06 23:30 NDT',
      '11-07 00:00 NDT',
      '11-06 23:30 NST',
      '11-07 00:00 NST',
    ])
  })
})

describe('one answer for lists and bookings (cal#14868, cal#16150)', () => {
  const query = mentor('Europe/Berlin', '09:00-12:00', ['2027-01-04', '2027-01-06'], {
    busy: [busy('2027-01-04T09:00Z', '2027-01-04T10:00Z')],
  })

  it('accepts what is listed, whatever window the query names, and nothing beside it', () => {
    const elsewhere = { ...query, from: 0, until: 1 }
    for (const slot of slots(query)) {
      expect(isOffered(elsewhere, slot.start_time)).toBe(true)
      expect(isOffered(elsewhere, slot.start_time + 1)).toBe(false)
      expect(isOffered(elsewhere, slot.start_time + MINUTE)).toBe(false)
    }
    expect(isOffered(query, at('2027-01-04T09:00Z'))).toBe(false)
    expect(isOffered(query, at('2027-01-04T11:00Z'))).toBe(false)
  })

  it('names the nearest free slots, nearest first', () => {
    const nearest = (around: string, count: number) =>
      nearestFree(query, at(around), count).map((slot) => new Date(slot.start_time).toISOString().slice(5, 16))
    expect(nearest('2027-01-04T09:00Z', 3)).toEqual(['01-04T08:00', '01-04T10:00', '01-05T08:00'])
    expect(nearest('2027-01-04T10:00Z', 1)).toEqual(['01-04T10:00'])
    expect(nearest('2027-01-05T12:00Z', 2)).toEqual(['01-05T10:00', '01-05T09:30'])
    expect(nearest('2027-01-04T09:00Z', 0)).toEqual([])
  })

  it('works out only as much as is asked for', () => {
    const [first] = slots({ ...query, until: at('2099-01-01'), policy: { ...policy, horizon_days: 1e6 } })
    expect(first?.start_time).toBe(at('2027-01-04T08:00Z'))
  })

  it('refuses an unknown zone', () => {
    expect(() => [...slots({ ...query, zone: 'Mars/Olympus' })]).toThrow(RangeError)
  })
})
