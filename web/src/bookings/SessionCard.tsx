import type { JSX } from 'solid-js'
import { isolate, m } from '../lib/messages'
import type { Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'
import { BothTimes } from './BothTimes'

type Person = { name: string; picture_url: string | null }

/** What, with whom, how long, and when on both clocks. */
export function SessionCard(props: {
  title: string
  minutes: number
  person: Person
  span: { start_time: string; end_time: string }
  mine: Place
  theirs: Place | undefined
  children?: JSX.Element
}) {
  return (
    <section class="card stack" aria-label={m.booking_session()}>
      <div class="row">
        <Avatar name={props.person.name} picture={props.person.picture_url} size="lg" eager />
        <div class="grow">
          <p class="t-strong">{m.booking_title_with({ title: props.title, name: isolate(props.person.name) })}</p>
          <p class="t-2 t-sm">{m.booking_minutes({ count: props.minutes })}</p>
        </div>
      </div>
      <BothTimes span={props.span} mine={props.mine} theirs={props.theirs} name={props.person.name} />
      {props.children}
    </section>
  )
}
