import { For, Show } from 'solid-js'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { useAccount } from '../lib/session'
import { usePlace } from '../lib/zones'
import { Avatar } from '../ui/Avatar'
import type { Meeting } from './meetings.queries'

type Person = Meeting['people'][number]
type Here = Readonly<Record<string, boolean>>

/** Everybody of a session, with the time on their wall; while the room is open, who is in it. */
export function People(props: { meeting: Meeting; here?: Here }) {
  const isFull = () =>
    props.here !== undefined && props.meeting.people.every(({ account_id }) => props.here?.[account_id])
  return (
    <section class="card stack stack--3" aria-labelledby="meet-people">
      <h2 class="t-section" id="meet-people">
        {props.here ? m.meet_people() : m.meet_people_early()}
      </h2>
      <ul class="stack stack--3">
        <For each={props.meeting.people}>
          {(person) => (
            <PersonRow person={person} here={props.here?.[person.account_id]} isOpen={props.here !== undefined} />
          )}
        </For>
      </ul>
      <Show when={props.here}>
        <p class="t-sm t-2" role="status">
          {isFull() ? m.meet_all_here() : m.meet_counts()}
        </p>
      </Show>
    </section>
  )
}

function PersonRow(props: { person: Person; here: boolean | undefined; isOpen: boolean }) {
  const me = useAccount()
  const now = createNow()
  const place = usePlace(() => props.person.time_zone)
  const isMe = () => props.person.account_id === me().id
  return (
    <li class="row row--3">
      <Avatar name={props.person.name} picture={props.person.picture_url} live={props.here === true} />
      <span class="grow">
        <span class="t-strong">
          <Show when={isMe()} fallback={<bdi>{props.person.name}</bdi>}>
            {m.meet_you({ name: props.person.name })}
          </Show>
        </span>
        <br />
        <span class="t-sm t-2">
          {props.person.role === 'mentor' ? m.chat_is_mentor() : m.chat_is_student()}
          <Show when={!isMe() && place()}>
            {(theirs) => (
              <span class="num">
                {' · '}
                {m.chat_their_time({ time: theirs().time(now()), city: theirs().city, zone: theirs().label(now()) })}
              </span>
            )}
          </Show>
        </span>
      </span>
      <Show when={props.isOpen}>
        <span class="t-sm" classList={{ 't-2': props.here !== true }}>
          {props.here === true ? m.meet_here() : m.meet_not_here()}
        </span>
      </Show>
    </li>
  )
}
