import '../bookings/booking.css'
import './checkout.css'
import { A, useParams } from '@solidjs/router'
import { createSignal, Match, Switch } from 'solid-js'
import ArrowLeftIcon from '~icons/lucide/arrow-left'
import { BookingSkeleton } from '../bookings/BookingSkeleton'
import type { Booking } from '../bookings/bookings.queries'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import type { Place } from '../lib/time'
import { createTitle } from '../lib/title'
import { useAccount } from '../lib/session'
import { useMyPlace, usePlace } from '../lib/zones'
import NotFoundPage from '../site/NotFoundPage'
import { ErrorState } from '../ui/List'
import { Booked } from './Booked'
import { createCheckout, type Checkout } from './checkout'
import { Ended } from './Ended'
import type { Method } from './methods'
import { Paying } from './Paying'
import type { Stage } from './stage'
import { Waiting } from './Waiting'

const TITLES: Record<Stage, () => string> = {
  paying: m.checkout_title,
  waiting: m.checkout_title_waiting,
  booked: m.checkout_title_booked,
  asked: m.checkout_title_asked,
  returned: m.checkout_title_returned,
  checked: m.checkout_title_checked,
  over: m.checkout_title_over,
  cancelled: m.checkout_title_over,
}

export default function CheckoutPage() {
  const params = useParams<{ booking_id: string }>()
  const checkout = createCheckout(params.booking_id)
  const { booking } = checkout
  const me = useAccount()
  const mine = useMyPlace()
  createTitle(() => TITLES[checkout.stage() ?? 'paying']())
  const isMissing = () =>
    (booking.error instanceof Problem && booking.error.status === 404) ||
    (booking.data !== undefined && booking.data.mentor_id === me().mentor_id)

  return (
    <Switch fallback={<BookingSkeleton />}>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
      <Match when={booking.error && !booking.data}>
        <ErrorState error={booking.error} retry={() => void booking.refetch()} busy={booking.isFetching} />
      </Match>
      <Match when={mine() && booking.data}>
        {(found) => <Stages checkout={checkout} booking={found()} mine={mine()!} />}
      </Match>
    </Switch>
  )
}

export type StageProps = { checkout: Checkout; booking: Booking; mine: Place; theirs: Place | undefined }

function Stages(props: { checkout: Checkout; booking: Booking; mine: Place }) {
  const theirs = usePlace(() => props.booking.mentor.time_zone)
  const [method, setMethod] = createSignal<Method>('upi')
  const stage = () => props.checkout.stage()!
  const parts = () => ({ ...props, theirs: theirs() })
  return (
    <div class="bk">
      <div class="bk__head">
        <A class="btn btn--quiet btn--icon" href="/sessions" aria-label={m.booking_all_sessions()}>
          <ArrowLeftIcon class="i i--lg i--flip" aria-hidden="true" />
        </A>
        <h1 class="t-page grow" tabindex="-1">
          {TITLES[stage()]()}
        </h1>
      </div>
      <Switch>
        <Match when={stage() === 'paying'}>
          <Paying {...parts()} method={method()} onMethod={setMethod} />
        </Match>
        <Match when={stage() === 'waiting'}>
          <Waiting {...parts()} />
        </Match>
        <Match when={stage() === 'booked' || stage() === 'asked'}>
          <Booked {...parts()} />
        </Match>
        <Match when={true}>
          <Ended {...parts()} stage={stage()} />
        </Match>
      </Switch>
    </div>
  )
}
