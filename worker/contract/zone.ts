// Wall time and instants from one pinned edition of the time-zone database, the same on server and client: runtimes
// ship stale or different editions, so neither Intl zones nor Date's local methods are asked here.

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** No clock was ever further from UTC than this (Manila −15:56, Metlakatla +15:14, both before 1900). */
const FARTHEST_OFFSET = 16 * 60 * MINUTE
const BASE_60 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX'

/** The JSON of moment-timezone's `data/packed/latest.json`. */
export type PackedZones = {
  readonly version: string
  readonly zones: readonly string[]
  readonly links: readonly string[]
}

/** Period `i` lasts from `untils[i - 1]` to before `untils[i]` (ms); `offsets` are ms east of UTC. */
export type Zone = {
  readonly untils: Float64Array
  readonly offsets: Float64Array
  readonly abbreviations: readonly string[]
}

export type ZoneData = {
  readonly version: string
  /** Every name that resolves, links included, sorted. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** Throws a RangeError for a name the data does not know. */
  zone(name: string): Zone
}

/** `minutes` counts from the wall clock's midnight; `weekday` is 1 (Monday) to 7. */
export type WallTime = { date: string; time: string; weekday: number; minutes: number }

/** A zone is unpacked when it is first asked for and then kept. */
export function zoneData(packed: PackedZones): ZoneData {
  const sources = new Map(packed.zones.map((source) => [source.slice(0, source.indexOf('|')), source]))
  for (const link of packed.links) {
    const [target, name] = link.split('|') as [string, string]
    sources.set(name, sources.get(target)!)
  }
  const unpacked = new Map<string, Zone>()
  return {
    version: packed.version,
    names: [...sources.keys()].sort(),
    has: (name) => sources.has(name),
    zone(name) {
      const source = sources.get(name)
      if (source === undefined) throw new RangeError(`unknown time zone: ${name}`)
      let zone = unpacked.get(source)
      if (!zone) unpacked.set(source, (zone = unpack(source)))
      return zone
    },
  }
}

/** Packed as `name|abbreviations|minutes west|kind of each period|minutes from until to until|population`. */
function unpack(source: string): Zone {
  const [, abbreviations, west, kinds, lengths] = source.split('|') as [string, string, string, string, string]
  const kindAbbreviations = abbreviations.split(' ')
  const kindOffsets = west.split(' ').map((minutes) => 0 - fromBase60(minutes) * MINUTE)
  const kindOfPeriod = Array.from(kinds, fromBase60)
  const untils = new Float64Array(kindOfPeriod.length).fill(Infinity)
  let until = 0
  if (lengths !== '') {
    lengths.split(' ').forEach((minutes, period) => {
      untils[period] = until = Math.round(until + fromBase60(minutes) * MINUTE)
    })
  }
  return {
    untils,
    offsets: Float64Array.from(kindOfPeriod, (kind) => Math.round(kindOffsets[kind]!)),
    abbreviations: kindOfPeriod.map((kind) => kindAbbreviations[kind]!),
  }
}

function fromBase60(text: string): number {
  const [whole, fraction = ''] = text.replace('-', '').split('.') as [string, string?]
  let value = 0
  for (const digit of whole) value = value * 60 + BASE_60.indexOf(digit)
  let place = 1
  for (const digit of fraction) value += BASE_60.indexOf(digit) * (place /= 60)
  return text.startsWith('-') ? -value : value
}

/** The index of the period that holds the instant. */
export function periodAt(zone: Zone, instant: number): number {
  let low = 0
  let high = zone.untils.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (instant < zone.untils[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

/** Minutes east of UTC; whole for every instant since 1972. */
export function offsetAt(zone: Zone, instant: number): number {
  return zone.offsets[periodAt(zone, instant)]! / MINUTE
}

/** As the data has it: "EDT", or "+0545" where no abbreviation is in use. */
export function abbreviationAt(zone: Zone, instant: number): string {
  return zone.abbreviations[periodAt(zone, instant)]!
}

/** For people: "EDT", "UTC+5:45", "UTC−3". */
export function zoneLabel(zone: Zone, instant: number): string {
  const abbreviation = abbreviationAt(zone, instant)
  if (!/^[+-]/.test(abbreviation)) return abbreviation
  const offset = offsetAt(zone, instant)
  if (offset === 0) return 'UTC'
  const minutes = Math.abs(offset) % 60
  return `UTC${offset < 0 ? '−' : '+'}${Math.floor(Math.abs(offset) / 60)}${minutes ? `:${twoDigits(minutes)}` : ''}`
}

export function wallTimeOf(zone: Zone, instant: number): WallTime {
  const wall = instant + zone.offsets[periodAt(zone, instant)]!
  const day = Math.floor(wall / DAY)
  const minutes = Math.floor((wall - day * DAY) / MINUTE)
  return {
    date: dateOfDay(day),
    time: `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`,
    weekday: weekdayOfDay(day),
    minutes,
  }
}

/** Every instant at which the wall clock shows this: none in a gap, two in an overlap, ascending. 1440 is 24:00. */
export function instantsOf(zone: Zone, date: string, minutesOfDay: number): number[] {
  const wall = dayOfDate(date) * DAY + minutesOfDay * MINUTE
  const instants: number[] = []
  let since = -Infinity
  for (let i = periodAt(zone, wall - FARTHEST_OFFSET); since <= wall + FARTHEST_OFFSET; i++) {
    const instant = wall - zone.offsets[i]!
    if (instant >= since && instant < zone.untils[i]!) instants.push(instant)
    since = zone.untils[i]!
  }
  return instants
}

/** The first instant of this wall time or, when a gap swallows it, the end of the gap: so midnight always exists. */
export function nextValidInstant(zone: Zone, date: string, minutesOfDay: number): number {
  const [instant] = instantsOf(zone, date, minutesOfDay)
  if (instant !== undefined) return instant
  const wall = dayOfDate(date) * DAY + minutesOfDay * MINUTE
  let i = periodAt(zone, wall - FARTHEST_OFFSET)
  while (zone.untils[i]! + zone.offsets[i + 1]! <= wall) i++
  return zone.untils[i]!
}

/** Days since 1970-01-01 of a calendar date, wherever it is. */
export function dayOfDate(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY
}

export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** 1 (Monday) to 7; 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
