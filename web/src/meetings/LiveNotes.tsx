import { Match, Show, Switch } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Note } from '../ui/Note'
import type { Meeting } from './meetings.queries'
import { isTooLong, notesLeft } from './notes-length'
import type { Room } from './room'
import { isSaved } from './shared-notes'

/** One text for everybody; where two changed the same place, both are shown and the person decides. */
export function LiveNotes(props: { room: Room; meeting: Meeting }) {
  const notes = () => props.room.notes()
  const left = () => notesLeft(notes().draft)
  const isCut = () => props.room.life().state !== 'live'
  return (
    <section class="card stack stack--3 meet__notes" aria-labelledby="meet-notes-title">
      <div class="row row--2">
        <h2 class="t-section grow" id="meet-notes-title">
          {m.meet_notes()}
        </h2>
        <span class="t-sm t-2" role="status">
          <Switch fallback={m.meet_notes_saving()}>
            <Match when={notes().clash}>{''}</Match>
            <Match when={isSaved(notes())}>{notes().saved.revision > 0 ? m.meet_notes_saved() : ''}</Match>
          </Switch>
        </span>
      </div>
      <Clash room={props.room} meeting={props.meeting} />
      <textarea
        class="input meet__text"
        dir="auto"
        aria-label={m.meet_notes_label()}
        aria-invalid={isTooLong(notes().draft) ? 'true' : undefined}
        aria-describedby="meet-notes-hint"
        value={notes().draft}
        onInput={(event) => props.room.write(event.currentTarget.value)}
      />
      <Show when={left() !== undefined}>
        <p class="t-sm num" classList={{ field__error: isTooLong(notes().draft) }} role="status">
          {left()! < 0 ? m.meet_notes_too_long({ count: -left()! }) : m.meet_notes_left({ count: left()! })}
        </p>
      </Show>
      <p class="t-sm t-2" id="meet-notes-hint">
        {isCut() && !isSaved(notes()) ? m.meet_notes_waiting() : m.meet_notes_hint()}
      </p>
    </section>
  )
}

function Clash(props: { room: Room; meeting: Meeting }) {
  const notes = () => props.room.notes()
  const writer = () => props.meeting.people.find(({ account_id }) => account_id === notes().clash?.written_by)?.name
  const title = () => {
    const name = writer()
    return name === undefined ? m.meet_clash_somebody() : m.meet_clash({ name: isolate(name) })
  }
  return (
    <Show when={notes().clash}>
      {(theirs) => (
        <Note kind="warning">
          <div class="stack stack--3">
            <p>
              <b class="t-strong">{title()}.</b> {m.meet_clash_words({ name: isolate(writer() ?? '') })}
            </p>
            <p class="meet__theirs" dir="auto">
              {theirs().text}
            </p>
            <div class="row row--2 row--wrap">
              <Button
                kind="primary"
                size="sm"
                onClick={() => props.room.settle(`${theirs().text}\n\n${notes().draft}`)}
              >
                {m.meet_clash_both()}
              </Button>
              <Button size="sm" onClick={() => props.room.settle(notes().draft)}>
                {m.meet_clash_mine()}
              </Button>
              <Button size="sm" onClick={() => props.room.settle(theirs().text)}>
                {m.meet_clash_theirs()}
              </Button>
            </div>
          </div>
        </Note>
      )}
    </Show>
  )
}
