import { Show, type JSX } from 'solid-js'
import { createMedia } from '../lib/media'

/**
 * The step and, beside it, what it costs. The one button that goes on stands under the price on a desk and stays at the
 * thumb on a phone, with its amount or its time before it.
 */
export function StepLayout(props: {
  label: string
  children: JSX.Element
  aside?: JSX.Element
  /** Before the button on a phone. */
  thumb?: JSX.Element
  act: () => JSX.Element
  /** Small print beneath the button. */
  small?: JSX.Element
}) {
  const wide = createMedia('(min-width: 48rem)')
  return (
    <>
      <div class="bk__grid">
        <div class="stack stack--6">{props.children}</div>
        <aside class="bk__sum" aria-label={props.label}>
          <div class="card card--raised stack">
            {props.aside}
            <Show when={wide()}>{props.act()}</Show>
            {props.small}
          </div>
        </aside>
      </div>
      <Show when={!wide()}>
        <div class="actionbar" role="region" aria-label={props.label}>
          <div class="grow">{props.thumb}</div>
          {props.act()}
        </div>
      </Show>
    </>
  )
}
