import type { Booking } from '../bookings/bookings.queries'

/** The file that puts a session into any calendar, or takes a cancelled one out of it. */
export const filePath = (booking_id: string): string => `/api/bookings/${booking_id}/calendar.ics/`

/** 2026-11-24T09:00:00.000Z as 20261124T090000Z. */
const instant = (iso: string): string => new Date(iso).toISOString().replace(/[-:]|\.\d{3}/g, '')

type Span = { start_time: string; end_time: string }

/** Google's own form, filled in. */
export function googleForm(span: Span, { title, page, location }: { title: string; page: string; location: string }) {
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${instant(span.start_time)}/${instant(span.end_time)}`,
    details: page,
    location,
  })
  return `https://calendar.google.com/calendar/render?${query}`
}

export function googleLink(booking: Pick<Booking, 'id' | 'start_time' | 'end_time'>, title: string): string {
  const page = `${location.origin}/sessions/${booking.id}`
  return googleForm(booking, { title, page, location: page })
}

/** The same address as calendar programs take it from a link. */
export const subscriptionLink = (url: string): string => url.replace(/^https?:/, 'webcal:')
