import { createUniqueId, Match, Show, Switch } from 'solid-js'
import type { createAutosave } from '../lib/autosave'
import { m } from '../lib/messages'
import { Button } from './Button'
import { TextArea } from './Field'
import { ProblemNote } from './Note'

type NoteProps = {
  note: ReturnType<typeof createAutosave>
  title: string
  label: string
  hint: string
  length: number
}

/** A note for oneself that says whether it is saved. */
export function AutosavedNote(props: NoteProps) {
  const id = createUniqueId()
  return (
    <section class="card stack stack--3" aria-labelledby={id}>
      <div class="row row--2">
        <h2 id={id} class="t-section grow">
          {props.title}
        </h2>
        <span class="t-sm t-3" role="status">
          <Switch>
            <Match when={props.note.busy()}>{m.session_note_saving()}</Match>
            <Match when={props.note.isUnsaved()}>{m.session_note_unsaved()}</Match>
            <Match when={props.note.isTouched()}>{m.session_note_saved()}</Match>
          </Switch>
        </span>
      </div>
      <TextArea
        label={props.label}
        hint={props.hint}
        rows="3"
        maxlength={props.length}
        dir="auto"
        value={props.note.text()}
        onInput={(event) => props.note.write(event.currentTarget.value)}
        onBlur={() => void props.note.keep()}
      />
      <ProblemNote error={props.note.error()} />
      <Show when={props.note.error()}>
        <Button class="self-start" onClick={() => void props.note.keep()}>
          {m.act_try_again()}
        </Button>
      </Show>
    </section>
  )
}
