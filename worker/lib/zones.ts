import packed from 'moment-timezone/data/packed/latest.json'
import { zoneData } from '../contract/zone'

/** The worker's one edition of the time-zone data; a booking stores `zoneDataVersion` beside its wall time. */
export const zones = zoneData(packed)

export const zoneDataVersion = zones.version

export function isZone(name: string): boolean {
  return zones.has(name)
}
