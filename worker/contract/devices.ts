import * as z from 'zod'
import { Id, Instant, pageOf } from './common'

export const DeviceParams = z.strictObject({ id: Id })
/** A session: what a person is signed in on. */
export const Device = z
  .object({ id: Id, device: z.string(), created_at: Instant, seen_at: Instant, is_this: z.boolean() })
  .meta({ id: 'Device' })
export const Devices = pageOf(Device).meta({ id: 'Devices' })
