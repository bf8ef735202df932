export const PLACES = ['online', 'in_person'] as const
export type Place = (typeof PLACES)[number]

/** What guests of an event see of each other: how many, or also who, of those who want to be seen. */
export const GUEST_VIEWS = ['counts', 'names'] as const
export type GuestView = (typeof GUEST_VIEWS)[number]

export const RSVP_STATES = ['going', 'waiting'] as const
export type RsvpState = (typeof RSVP_STATES)[number]

export const REPEATS = ['week', 'two_weeks', 'month'] as const
export type Repeat = (typeof REPEATS)[number]
export const REPEATS_MOST = 52

export const COVER_STATES = ['none', 'copying', 'shown', 'refused'] as const
export type CoverState = (typeof COVER_STATES)[number]

export const CAME = ['yes', 'no', 'unknown'] as const
export const AUDIENCES = ['came', 'going'] as const
export type Audience = (typeof AUDIENCES)[number]

export const EVENT_TITLE_LENGTH = 120
export const EVENT_DESCRIPTION_LENGTH = 5000
export const EVENT_LOCATION_LENGTH = 200
export const EVENT_DAYS_MOST = 14
export const CAPACITY_MOST = 100_000
/** Events of one organizer that are not over, drafts among them. */
export const EVENTS_AHEAD_MOST = 200
export const FOLLOW_UP_LENGTH = 2000
/** To each audience of one event. */
export const FOLLOW_UPS_MOST = 2
/** How long before the start people can be checked in. */
export const CHECK_IN_MINUTES = 120
