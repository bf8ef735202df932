import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { fromNow } from '../lib/time'
import { useMyPlace } from '../lib/zones'
import { Avatar } from '../ui/Avatar'
import { Badge } from '../ui/Badge'
import type { Person } from './community.queries'

/** Who wrote it: a face and a name; AspireX itself has the official mark, and nobody is a former member. */
export const Face = (props: { author: Person | null; size?: 'sm' }) => (
  <Avatar
    name={props.author?.name ?? m.community_former()}
    picture={props.author?.picture_url ?? null}
    size={props.size}
  />
)

export function Author(props: { author: Person | null }) {
  return (
    <>
      <Show when={props.author} fallback={<span class="t-strong">{m.community_former()}</span>}>
        {(author) => (
          <Show when={author().display_id} fallback={<bdi class="t-strong">{author().name}</bdi>}>
            {(id) => (
              <A class="t-strong" href={`/community/people/${id()}`}>
                <bdi>{author().name}</bdi>
              </A>
            )}
          </Show>
        )}
      </Show>
      <Show when={props.author?.role === 'mentor'}>
        {' '}
        <Badge kind="accent">{m.community_mentor()}</Badge>
      </Show>
      <Show when={props.author?.role === 'staff'}>
        {' '}
        <Badge kind="success">{m.community_official()}</Badge>
      </Show>
    </>
  )
}

/** "40 minutes ago", with the exact time and its zone on pointing. */
export function Ago(props: { at: string }) {
  const now = createNow(60_000)
  const place = useMyPlace()
  const exact = () => {
    const here = place()
    return here && `${here.longDay(props.at)} ${here.time(props.at)} ${here.label(props.at)}`
  }
  return (
    <time datetime={props.at} title={exact()}>
      {fromNow(props.at, now())}
    </time>
  )
}
