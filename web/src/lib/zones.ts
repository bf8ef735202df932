import { createMemo, createSignal, type Accessor } from 'solid-js'
import { offsetAt, wallTimeOf, zoneData, zoneLabel, type ZoneData } from '../../../worker/contract/zone'
import { useMe } from './session'
import { browserZone, cityOf, MINUTE, ms, write, type Instant, type Place, type Style } from './time'

const [zones, setZones] = createSignal<ZoneData>()
let loading: Promise<unknown> | undefined

async function loadZones(): Promise<void> {
  const { default: packed } = await import('moment-timezone/data/packed/latest.json')
  setZones(zoneData(packed))
}

/**
 * The pinned time-zone data, fetched once when the first page asks (33 KiB; never by the landing page).
 * Undefined until it is there and tried again by the next page when the network failed.
 */
export function useZones(): Accessor<ZoneData | undefined> {
  loading ??= loadZones().catch(() => (loading = undefined))
  return zones
}

/** By the pinned data: the offset is ours, `Intl` only writes. A zone that the data does not know reads as UTC. */
export function placeOf(zones: ZoneData, name: string): Place {
  const known = zones.has(name) ? name : 'UTC'
  const zone = zones.zone(known)
  const wall = (instant: Instant) => ms(instant) + offsetAt(zone, ms(instant)) * MINUTE
  const by = (style: Style) => (instant: Instant) => write(style, wall(instant), 'UTC')
  return {
    zone: known,
    city: cityOf(known),
    time: by('time'),
    day: by('day'),
    longDay: by('longDay'),
    weekday: by('weekday'),
    weekdayAndDate: by('weekdayAndDate'),
    date: (instant) => wallTimeOf(zone, ms(instant)).date,
    label: (instant) => zoneLabel(zone, ms(instant)),
  }
}

/** A zone by name, once the data is there. */
export function usePlace(name: Accessor<string | undefined>): Accessor<Place | undefined> {
  const zones = useZones()
  return createMemo(() => {
    const data = zones()
    const zone = name()
    return data && zone ? placeOf(data, zone) : undefined
  })
}

/** The reader's zone: the account's, or the browser's for a visitor. */
export function useMyPlace(): Accessor<Place | undefined> {
  const me = useMe()
  return usePlace(() => (me.isPending ? undefined : (me.data?.time_zone ?? browserZone())))
}

/** How far the other zone's clock is from ours, in minutes: positive is ahead. */
export function aheadBy(zones: ZoneData, mine: string, theirs: string, instant: Instant): number {
  const at = (name: string) => (zones.has(name) ? offsetAt(zones.zone(name), ms(instant)) : 0)
  return at(theirs) - at(mine)
}
