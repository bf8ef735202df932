import { Show, type JSX } from 'solid-js'
import { initialsOf, tintOf } from './tint'

/** A large picture of a person that fills its box; the box's size and crop are the caller's class. */
export function Portrait(props: {
  name: string
  picture: string | null
  class: string
  eager?: boolean
  children?: JSX.Element
}) {
  return (
    <div class={`${props.class} tint-${tintOf(props.name)}`}>
      <Show
        when={props.picture}
        fallback={
          <span class="display self-center text-4xl" aria-hidden="true">
            {initialsOf(props.name)}
          </span>
        }
      >
        {(source) => <img src={source()} alt="" width="256" height="256" loading={props.eager ? 'eager' : 'lazy'} />}
      </Show>
      {props.children}
    </div>
  )
}
