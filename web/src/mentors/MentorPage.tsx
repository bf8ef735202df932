import './mentor.css'
import { useParams } from '@solidjs/router'
import { createEffect, createSignal, Match, Show, Switch } from 'solid-js'
import { useQuery } from '../lib/query'
import { api } from '../lib/api'
import { createMedia } from '../lib/media'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { Problem } from '../lib/problem'
import { useMe } from '../lib/session'
import type { Place } from '../lib/time'
import { createTitle } from '../lib/title'
import { useMyPlace, usePlace } from '../lib/zones'
import { EventsOf } from '../events/EventsOf'
import { Reviews } from '../reviews/Reviews'
import NotFoundPage from '../site/NotFoundPage'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorState } from '../ui/List'
import { TimeWithZone } from '../ui/Time'
import { MentorAbout, MentorSkeleton } from './MentorAbout'
import type { Mentor } from './mentors.calls'
import { mentorQuery } from './mentors.queries'
import { createSlotChoice } from './slot-choice'
import { Continue, promiseOf, soonestWords } from './SlotContinue'
import { SlotPanel } from './SlotPanel'

export default function MentorPage() {
  const params = useParams<{ mentor_id: string }>()
  const mentor = useQuery(() => mentorQuery(params.mentor_id))
  createTitle(() => mentor.data?.name)
  const mine = useMyPlace()
  const theirs = usePlace(() => mentor.data?.time_zone)
  const isMissing = () => mentor.error instanceof Problem && mentor.error.status === 404

  return (
    <Switch fallback={<MentorSkeleton />}>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
      <Match when={mentor.error && !mentor.data}>
        <ErrorState error={mentor.error} retry={() => void mentor.refetch()} busy={mentor.isFetching} />
      </Match>
      <Match when={mentor.data && mine() && theirs() ? mentor.data.mentor_id : undefined} keyed>
        {(_id) => <Profile mentor={mentor.data!} mine={mine()!} theirs={theirs()!} />}
      </Match>
    </Switch>
  )
}

function Profile(props: { mentor: Mentor; mine: Place; theirs: Place }) {
  const me = useMe()
  const choice = createSlotChoice(
    () => props.mentor,
    () => props.mine,
  )
  const isOwn = () => me.data?.mentor_id === props.mentor.mentor_id
  // Counted once a day by the server; what becomes of it is nothing for this page.
  createEffect(() => {
    if (me.data && !isOwn())
      api
        .POST('/api/mentors/{mentor_id}/view/', { params: { path: { mentor_id: props.mentor.mentor_id } } })
        .catch(() => undefined)
  })
  const isBookable = () => !isOwn() && props.mentor.offers.length > 0
  const wide = createMedia('(min-width: 68rem)')
  const [choosing, setChoosing] = createSignal(false)
  const parts = () => ({ mentor: props.mentor, choice, mine: props.mine, theirs: props.theirs })
  return (
    <>
      <div class="prof">
        <MentorAbout mentor={props.mentor} theirs={props.theirs} isOwn={isOwn()}>
          <EventsOf organizerId={props.mentor.mentor_id} place={props.mine} />
          <Reviews mentorId={props.mentor.mentor_id} />
        </MentorAbout>
        <Show when={wide() && isBookable()}>
          <aside class="prof__r" aria-label={m.mentor_book()}>
            <div class="card card--raised book">
              <div class="row row--base">
                <h2 class="t-big grow">{m.mentor_book()}</h2>
                <Show when={soonestWords(props.mentor, props.mine)}>
                  {(words) => <Badge kind="success">{words()}</Badge>}
                </Show>
              </div>
              <SlotPanel {...parts()} />
              <Show when={!choice.isClosed()}>
                <div class="stack stack--2">
                  <Continue {...parts()} />
                  <p class="t-xs t-3 text-center">{promiseOf(parts())}</p>
                </div>
              </Show>
            </div>
          </aside>
        </Show>
      </div>
      <Show when={!wide() && isBookable()}>
        <div class="actionbar" role="region" aria-label={m.mentor_book()}>
          <div class="grow">
            <p class="t-strong">{choice.isClosed() ? m.mentor_paused() : fromPrice(props.mentor)}</p>
            <Show when={props.mentor.soonest_free}>
              {(at) => (
                <p class="t-sm t-2">
                  {m.mentor_next()} <TimeWithZone at={at()} place={props.mine} />
                </p>
              )}
            </Show>
          </div>
          <Button kind="primary" size="lg" onClick={() => setChoosing(true)}>
            {m.mentor_see_times()}
          </Button>
        </div>
        <Dialog
          open={choosing()}
          onClose={() => setChoosing(false)}
          title={m.mentor_book()}
          foot={choice.isClosed() ? undefined : <Continue {...parts()} />}
        >
          <div class="book">
            <SlotPanel {...parts()} />
          </div>
        </Dialog>
      </Show>
    </>
  )
}

/** A free intro is no price, unless there is nothing else. */
function fromPrice({ offers }: Mentor): string {
  const priced = offers.filter(({ kind }) => kind !== 'intro')
  const cheapest = (priced.length > 0 ? priced : offers).reduce((least, offer) =>
    offer.amount_minor < least.amount_minor ? offer : least,
  )
  return m.mentor_from({ amount: money(cheapest.amount_minor, cheapest.currency) })
}
