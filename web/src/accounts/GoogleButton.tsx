import './google.css'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { startPath, waysQuery } from './google.calls'
import { GoogleMark } from './GoogleMark'

/** `next` is where one wanted to go, `as` the role that the page for somebody new begins with. */
type Props = { next?: string | undefined; as?: 'student' | 'mentor' | undefined }

/** Not there where nobody would answer; while that is not known yet, it keeps its place. */
export function GoogleButton(props: Props) {
  const ways = useQuery(waysQuery)
  return (
    <Show when={ways.data?.google ?? true}>
      <a class="btn btn--lg btn--block google" href={startPath({ next: props.next, as: props.as })} target="_self">
        <GoogleMark />
        {m.google_act()}
      </a>
    </Show>
  )
}

/** The button above a form, with the word that leads on to it. */
export function GoogleEntry(props: Props) {
  const ways = useQuery(waysQuery)
  return (
    <Show when={ways.data?.google ?? true}>
      <GoogleButton next={props.next} as={props.as} />
      <p class="or">{m.google_or()}</p>
    </Show>
  )
}
