import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { offsetAt, zoneData, type Zone } from '../contract/zone.ts'
import { root } from './place.ts'

// Every zone that this runtime names, 2024 to 2031, beside what zdump prints from the edition of this machine. Where
// there is no zdump, nothing is compared and nothing fails.

const MINUTE = 60_000
const [FROM, UNTIL] = [Date.UTC(2024, 0), Date.UTC(2032, 0)]
const EDITION_FILE = '/usr/share/zoneinfo/tzdata.zi'
/** Whose rules are newer, or history truer, in our edition than in those of last year. */
const CHANGED = [
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'America/Edmonton',
  'America/Havana',
  'America/Inuvik',
  'America/Vancouver',
  'America/Winnipeg',
  'Europe/Chisinau',
]

const zdump = (...args: string[]): string | undefined => {
  const { error, stdout } = spawnSync('zdump', args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  return error ? undefined : stdout
}

/** Minutes east of UTC as zdump writes them: "+0530", "-05", "+00". */
function minutesOf(offset: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d)(\d\d)?/.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** The offset at the beginning of each zone's list. */
function firstOffsets(names: string[]): Map<string, number> {
  const blocks = (zdump('-i', '-c', '2024,2032', ...names) ?? '').split('\n\n')
  return new Map(
    blocks.flatMap((block) => {
      const [, name, , offset] = /TZ="([^"]+)"\n(-\t-|\S+\t\S*)\t(\S+)/.exec(block) ?? []
      return name && offset ? [[name, minutesOf(offset)] as const] : []
    }),
  )
}

/** `[instant, minutes]` for the last second before and the first second of each period. */
function readingsOf(printed: string): Map<string, [number, number][]> {
  const readings = new Map<string, [number, number][]>()
  for (const line of printed.split('\n')) {
    const [, name, time, seconds] = /^(\S+)\s+(.+?) UT = .* gmtoff=(-?\d+)$/.exec(line) ?? []
    const instant = Date.parse(`${time} UTC`)
    if (!name || !(instant >= FROM && instant < UNTIL)) continue
    readings.set(name, [...(readings.get(name) ?? []), [instant, Number(seconds) / 60]])
  }
  return readings
}

/** Changes that we have and zdump has not. */
const changesOf = (zone: Zone): number[] =>
  [...zone.untils].filter((until, i) => {
    return until >= FROM && until < UNTIL && zone.offsets[i] !== zone.offsets[i + 1]
  })

function compare(): string[] {
  const data = zoneData(
    JSON.parse(readFileSync(join(root, 'node_modules/moment-timezone/data/packed/latest.json'), 'utf8')),
  )
  const edition = existsSync(EDITION_FILE) ? /version (\w+)/.exec(readFileSync(EDITION_FILE, 'utf8'))?.[1] : undefined
  const names = Intl.supportedValuesOf('timeZone')
  const isOlder = edition === undefined || edition < data.version
  const readings = readingsOf(zdump('-v', '-c', '2024,2032', ...names) ?? '')
  const first = firstOffsets(names)
  console.log(`${names.length} zones, ${data.version} here, ${edition ?? 'an unknown edition'} on this machine`)
  return names.filter((name) => {
    if (!data.has(name)) return true
    if (isOlder && CHANGED.includes(name)) return false
    const zone = data.zone(name)
    const expected = readings.get(name) ?? []
    const known = new Set(expected.map(([instant]) => instant))
    const changes = new Set(changesOf(zone))
    return (
      offsetAt(zone, FROM - MINUTE) !== first.get(name) ||
      expected.some(([instant, minutes]) => offsetAt(zone, instant) !== minutes) ||
      [...changes].some((change) => !known.has(change))
    )
  })
}

if (zdump('--version') === undefined) console.log('No zdump here: nothing is compared')
else {
  const different = compare()
  if (different.length > 0) console.log(`Different from zdump: ${different.join(', ')}`)
  process.exitCode = different.length > 0 ? 1 : 0
}
