import './favourite.css'
import { A, useLocation } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import HeartIcon from '~icons/lucide/heart'
import { isolate, m } from '../lib/messages'
import { useMe } from '../lib/session'
import { createKeeping } from './keeping'

/** A heart: pressed while the mentor is kept. A visitor is led to join and back. */
export function FavouriteButton(props: { mentorId: string; name: string }) {
  const me = useMe()
  const location = useLocation()
  const keeping = createKeeping()
  const isKept = () => keeping.isKept(props.mentorId)
  const join = () => `/signup?next=${encodeURIComponent(location.pathname + location.search)}`
  return (
    <Switch>
      <Match when={me.data === null}>
        <A class="heart" href={join()} aria-label={m.favourites_keep({ name: isolate(props.name) })}>
          <HeartIcon class="i" aria-hidden="true" />
        </A>
      </Match>
      <Match when={me.data && me.data.mentor_id !== props.mentorId}>
        <button
          type="button"
          class="heart"
          aria-pressed={isKept()}
          aria-label={m.favourites_keep({ name: isolate(props.name) })}
          disabled={keeping.kept.data === undefined}
          onClick={() => void keeping.toggle(props.mentorId, isKept())}
        >
          <HeartIcon class="i" aria-hidden="true" />
        </button>
      </Match>
    </Switch>
  )
}
