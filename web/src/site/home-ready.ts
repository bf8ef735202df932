import { createMemo, type Accessor } from 'solid-js'
import { ownMentorQuery } from '../availability/availability.queries'
import { bookingsQuery } from '../bookings/bookings.queries'
import { conversationsQuery } from '../chat/chat.queries'
import { goalsQuery } from '../goals/goals.queries'
import { useInfiniteQuery, useQuery } from '../lib/query'
import type { Me } from '../lib/session'
import { isTeaching } from '../lib/side'
import { useMyPlace } from '../lib/zones'
import { wishQuery } from '../onboarding/welcome.queries'
import { homeQuery } from './home.queries'

/** Asks at once for all that the first page is made of, and says when no late part can push another away. */
export function createHomeReady(me: Accessor<Me>): Accessor<boolean> {
  const place = useMyPlace()
  const teaches = () => isTeaching(me())
  const asked = [
    useInfiniteQuery(() => bookingsQuery('upcoming')),
    useInfiniteQuery(() => ({ ...bookingsQuery('to_answer'), enabled: teaches() })),
    useQuery(homeQuery),
    useQuery(conversationsQuery),
    useQuery(() => ({ ...ownMentorQuery(), enabled: teaches() })),
    useQuery(() => ({ ...wishQuery(), enabled: !teaches() })),
    useQuery(() => ({ ...goalsQuery(), enabled: !teaches() })),
  ]
  // Once drawn it stays: what failed says so in its place, and is asked again there.
  return createMemo(
    (wasReady) => wasReady || (place() !== undefined && asked.every((one) => !one.isLoading || one.failureCount > 0)),
    false,
  )
}
