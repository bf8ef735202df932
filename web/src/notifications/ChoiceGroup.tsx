import './choices.css'
import { createUniqueId, For, Show } from 'solid-js'
import LockIcon from '~icons/lucide/lock'
import { channelsOf, type NotificationGroup } from '../../../worker/contract/notifications.constants'
import { m } from '../lib/messages'
import type { Preferences, PreferencesChange } from '../accounts/preferences.queries'
import { Toggle } from '../accounts/SwitchRow'
import { CHOICE_WORDS, GROUP_WORDS, type Choice } from './choice-words'

type Channel = 'in_app' | 'mail'
const CHANNELS: { channel: Channel; name: () => string }[] = [
  { channel: 'in_app', name: m.notes_in_app },
  { channel: 'mail', name: m.notes_by_mail },
]
type Props = {
  group: NotificationGroup
  /** Which of its kinds concern this person. */
  concerns: (kind: string) => boolean
  chosen: Preferences
  change: (part: PreferencesChange) => void
}

/** Kinds of one sort: a switch for each way in which one comes, and why the others always do. */
export function ChoiceGroup(props: Props) {
  const id = createUniqueId()
  const kinds = () => channelsOf(props.group).filter(([kind]) => props.concerns(kind))
  const free = () => kinds().filter(([, { in_app, mail }]) => in_app === 'free' || mail === 'free')
  const why = () => (free().length < kinds().length ? GROUP_WORDS[props.group].why?.() : undefined)
  return (
    <Show when={kinds().length > 0}>
      <section class="stack stack--2" aria-labelledby={id}>
        <h3 id={id} class="t-section">
          {GROUP_WORDS[props.group].title()}
        </h3>
        <ul class="card card--flush list">
          <For each={free()}>
            {([kind, channels]) => (
              <Row kind={kind as Choice} channels={channels} chosen={props.chosen} change={props.change} />
            )}
          </For>
          <Show when={why()}>
            {(words) => (
              <li class="list-row choice__always">
                <LockIcon class="i" aria-hidden="true" />
                <span class="t-sm t-2">{words()}</span>
              </li>
            )}
          </Show>
        </ul>
      </section>
    </Show>
  )
}

type RowProps = Pick<Props, 'chosen' | 'change'> & { kind: Choice; channels: Record<Channel, string> }

function Row(props: RowProps) {
  const id = createUniqueId()
  return (
    <li class="list-row choice">
      <div class="list-row__main">
        <p class="t-strong" id={id}>
          {CHOICE_WORDS[props.kind].label()}
        </p>
        <p class="t-sm t-2" id={`${id}-words`}>
          {CHOICE_WORDS[props.kind].words()}
        </p>
      </div>
      <div class="choice__ways">
        <For each={CHANNELS.filter(({ channel }) => props.channels[channel] === 'free')}>
          {({ channel, name }) => (
            <label class="choice__way" data-channel={channel}>
              <span class="t-sm t-2" id={`${id}-${channel}`}>
                {name()}
              </span>
              <Toggle
                aria-labelledby={`${id} ${id}-${channel}`}
                aria-describedby={`${id}-words`}
                checked={props.chosen[channel][props.kind] ?? true}
                onTurn={(wanted) => props.change({ [channel]: { [props.kind]: wanted } })}
              />
            </label>
          )}
        </For>
      </div>
    </li>
  )
}
