import { Show, type JSX } from 'solid-js'
import AlertIcon from '~icons/lucide/circle-alert'
import CheckIcon from '~icons/lucide/circle-check'
import InfoIcon from '~icons/lucide/info'
import WarningIcon from '~icons/lucide/triangle-alert'
import { m } from '../lib/messages'
import { Problem, wordsOf } from '../lib/problem'

type Kind = 'danger' | 'warning' | 'success' | 'info'
const ICONS = { danger: AlertIcon, warning: WarningIcon, success: CheckIcon, info: InfoIcon }

/** Something to know, beside what it is about. */
export function Note(props: { kind: Kind; children: JSX.Element; act?: JSX.Element }) {
  const Icon = () => {
    const Chosen = ICONS[props.kind]
    return <Chosen class="i" aria-hidden="true" />
  }
  return (
    <div class={`note note--${props.kind}`} role={props.kind === 'danger' ? 'alert' : 'status'}>
      <Icon />
      <div class="grow">{props.children}</div>
      {props.act}
    </div>
  )
}

/** Why a form's act failed; nothing while there is no error. */
export function ProblemNote(props: { error: unknown; children?: JSX.Element }) {
  const requestId = () =>
    props.error instanceof Problem && props.error.code === 'unexpected' ? props.error.requestId : undefined
  return (
    <Show when={props.error}>
      <Note kind="danger">
        {wordsOf(props.error)} {props.children}
        <Show when={requestId()}>{(id) => <span class="t-3"> {m.error_request_id({ id: id() })}</span>}</Show>
      </Note>
    </Show>
  )
}
