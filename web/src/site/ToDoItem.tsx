import type { JSX } from 'solid-js'

/** One thing that waits, and the button that does it. */
export function ToDoItem(props: { icon: JSX.Element; title: string; words: JSX.Element; act?: JSX.Element }) {
  return (
    <li class="list-row flex-wrap">
      <span class="todo__i">{props.icon}</span>
      <span class="list-row__main basis-40">
        <span class="t-strong block">{props.title}</span>
        <span class="t-sm t-2">{props.words}</span>
      </span>
      {props.act}
    </li>
  )
}
