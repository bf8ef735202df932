import type * as z from 'zod'
import type { Security } from '../contract/accounts'
import type { Role } from '../contract/accounts.constants'

/** Holds a role beyond student and mentor, whether it counts in this session or waits. */
export const isStaff = ({ roles, staff_roles_waiting }: { roles: Role[]; staff_roles_waiting: boolean }): boolean =>
  staff_roles_waiting || roles.some((role) => role !== 'student' && role !== 'mentor')

interface Protection {
  password_hash: string | null
  password_changed_at: Date | null
  totp_enabled_at: Date | null
  recovery_codes_left: number
  google_email: string | null
  google_linked_at: Date | null
}

export const securityFrom = (row: Protection, staff: boolean): z.infer<typeof Security> => ({
  has_password: row.password_hash !== null,
  password_changed_at: row.password_changed_at?.toISOString() ?? null,
  totp_enabled: row.totp_enabled_at !== null,
  recovery_codes_left: row.recovery_codes_left,
  google:
    row.google_email !== null && row.google_linked_at
      ? { email: row.google_email, linked_at: row.google_linked_at.toISOString() }
      : null,
  staff_needs_totp: staff && row.totp_enabled_at === null,
})
