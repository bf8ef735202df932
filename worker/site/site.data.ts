import type { Database } from '../lib/database'
import { platform_totals, site_status } from './site.schema'

export const siteStatus = (db: Database) =>
  db
    .select({ maintenance_mode: site_status.maintenance_mode, message: site_status.message, until: site_status.until })
    .from(site_status)

export const platformTotals = (db: Database) =>
  db
    .select({
      total_students: platform_totals.total_students,
      total_mentors: platform_totals.total_mentors,
      total_sessions: platform_totals.total_sessions,
    })
    .from(platform_totals)
