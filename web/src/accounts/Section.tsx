import { Show, type JSX } from 'solid-js'

/** A part of the settings with its own address. */
export function Section(props: { id: string; title: string; words?: string; children: JSX.Element }) {
  return (
    <section id={props.id} class="grid scroll-mt-20 gap-4" aria-labelledby={`${props.id}-title`}>
      <div class="stack stack--1">
        <h2 id={`${props.id}-title`} class="t-big">
          {props.title}
        </h2>
        <Show when={props.words}>
          <p class="t-2">{props.words}</p>
        </Show>
      </div>
      {props.children}
    </section>
  )
}
