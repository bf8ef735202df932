import type { Booking } from '../bookings/bookings.queries'

/** The file that puts a session into any calendar, or takes a cancelled one out of it. */
export const filePath = (booking_id: string): string => `/api/bookings/${booking_id}/calendar.ics/`

/** 2026-11-24T09:00:00.000Z as 20261124T090000Z. */
const instant = (iso: string): string => new Date(iso).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** Google's own form, filled in. */
export function googleLink(booking: Pick<Booking, 'id' | 'start_time' | 'end_time'>, title: string): string {
  const page = `${location.origin}/sessions/${booking.id}`
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${instant(booking.start_time)}/${instant(booking.end_time)}`,
    details: page,
    location: page,
  })
  return `https://calendar.google.com/calendar/render?${query}`
}

/** The same address as calendar programs take it from a link. */
export const subscriptionLink = (url: string): string => url.replace(/^https?:/, 'webcal:')
