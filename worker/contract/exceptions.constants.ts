/** 'HH:MM' of a wall clock; the end is excluded and may be '24:00'. */
export interface TimeRange {
  start: string
  end: string
}

export const MOST_RANGES = 10
/** How many days that differ, days off, periods in another zone and calendars a mentor may keep. */
export const MOST_DATES = 200
export const MOST_AWAY = 50
export const MOST_ZONE_PERIODS = 20
export const MOST_CALENDARS = 5
/** How far ahead a date may lie, and how long a period may be. */
export const MOST_DAYS_AHEAD = 730

export const CALENDAR_STATES = ['waiting', 'read', 'failed'] as const
export type CalendarState = (typeof CALENDAR_STATES)[number]
/** Why a calendar could not be read. */
export const CALENDAR_FAULTS = ['unreachable', 'not_a_calendar', 'too_large', 'too_many_events'] as const
export type CalendarFault = (typeof CALENDAR_FAULTS)[number]
/** How far ahead busy times are read. */
export const BUSY_DAYS = 90

/** What keeps a session from beginning at a time. */
export const REASONS = [
  'away',
  'day_off',
  'no_hours',
  'outside_hours',
  'off_grid',
  'clock_gap',
  'too_short',
  'too_soon',
  'too_far',
  'booked',
  'learning',
  'external',
  'buffer',
  'full_day',
  'full_week',
  'full_mentor_week',
] as const
export type Reason = (typeof REASONS)[number]
