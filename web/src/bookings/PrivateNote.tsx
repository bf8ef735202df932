import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Match, onCleanup, Show, Switch, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { keepNote, sessionQuery } from './bookings.queries'

const PAUSE_MS = 800

/** What I write down for myself: it saves itself in the pauses, and what could not be saved stays where it was typed. */
export function PrivateNote(props: { bookingId: string; text: string }) {
  const client = useQueryClient()
  // One note from here on: what the page is told meanwhile must not take words away.
  const { bookingId: id, text: first } = untrack(() => ({ ...props }))
  const [text, setText] = createSignal(first)
  const [kept, setKept] = createSignal(first)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function keep(): Promise<void> {
    clearTimeout(timer)
    if (busy() || text() === kept()) return
    const words = text()
    setBusy(true)
    setError(undefined)
    try {
      await keepNote(id, words)
      setKept(words)
      client.setQueryData(sessionQuery(id).queryKey, (page) => page && { ...page, private_note: words })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
    // What was typed while that was on its way.
    if (!error()) await keep()
  }
  const write = (words: string) => {
    setText(words)
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), PAUSE_MS)
  }
  onCleanup(() => void keep())

  return (
    <section class="card stack stack--3" aria-labelledby="note">
      <div class="row row--2">
        <h2 id="note" class="t-section grow">
          {m.session_note()}
        </h2>
        <span class="t-sm t-3" role="status">
          <Switch>
            <Match when={busy()}>{m.session_note_saving()}</Match>
            <Match when={text() !== kept()}>{m.session_note_unsaved()}</Match>
            <Match when={kept() !== first || kept() !== ''}>{m.session_note_saved()}</Match>
          </Switch>
        </span>
      </div>
      <TextArea
        label={m.session_note_label()}
        hint={m.session_note_hint()}
        rows="3"
        maxlength="4000"
        dir="auto"
        value={text()}
        onInput={(event) => write(event.currentTarget.value)}
        onBlur={() => void keep()}
      />
      <ProblemNote error={error()} />
      <Show when={error()}>
        <Button class="self-start" onClick={() => void keep()}>
          {m.act_try_again()}
        </Button>
      </Show>
    </section>
  )
}
