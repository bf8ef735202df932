import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { AskToRemove } from '../files/AskToRemove'
import { m } from '../lib/messages'
import { useMe } from '../lib/session'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { CancelDialog } from './CancelDialog'
import { duplicateEvent, removeEvent, useEventChange, type Event } from './events.queries'
import { RepeatDialog } from './RepeatDialog'
import { isOrganizer } from './standing'

/** What its organizer, or the staff, can do with an event. */
export function OrganizerActs(props: { event: Event }) {
  const me = useMe()
  const navigate = useNavigate()
  const { changed, gone } = useEventChange()
  const [asking, setAsking] = createSignal<'cancel' | 'remove' | 'repeat'>()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const isMine = () => isOrganizer(props.event, me.data)
  const isAlone = () => props.event.going + props.event.waiting === 0
  const mayRemove = () => (props.event.may_edit || (isMine() && props.event.is_cancelled)) && isAlone()
  const shows = () => isMine() || props.event.may_edit || props.event.may_cancel
  const close = () => setAsking(undefined)

  async function duplicate(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const copy = await duplicateEvent(props.event.id)
      changed(copy)
      toast(m.events_duplicated())
      navigate(`/events/${copy.id}/edit`)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  async function remove(): Promise<void> {
    await removeEvent(props.event.id)
    navigate('/events?mine=organizing')
    gone(props.event.id)
  }

  return (
    <Show when={shows()}>
      <section class="card stack stack--3" aria-labelledby="organizer-acts">
        <h2 id="organizer-acts" class="t-section">
          {m.events_acts()}
        </h2>
        <div class="row row--2 row--wrap">
          <Show when={props.event.may_edit}>
            <ButtonLink href={`/events/${props.event.id}/edit`}>{m.events_edit()}</ButtonLink>
          </Show>
          <Show when={(isMine() || props.event.may_edit) && props.event.is_published}>
            <ButtonLink href={`/events/${props.event.id}/guests`}>{m.events_guest_list()}</ButtonLink>
          </Show>
          <Show when={isMine()}>
            <Button busy={busy()} onClick={() => void duplicate()}>
              {m.events_duplicate()}
            </Button>
            <Show when={!props.event.is_cancelled}>
              <Button onClick={() => setAsking('repeat')}>{m.events_repeat()}</Button>
            </Show>
          </Show>
          <Show when={props.event.may_cancel && !(mayRemove() && isMine())}>
            <Button kind="quiet" onClick={() => setAsking('cancel')}>
              {m.events_cancel()}
            </Button>
          </Show>
          <Show when={mayRemove()}>
            <Button kind="quiet" onClick={() => setAsking('remove')}>
              {m.events_remove()}
            </Button>
          </Show>
        </div>
        <ProblemNote error={error()} />
        <Show when={asking() === 'cancel'}>
          <CancelDialog event={props.event} needsReason={!props.event.may_edit} onClose={close} />
        </Show>
        <Show when={asking() === 'repeat'}>
          <RepeatDialog event={props.event} onClose={close} />
        </Show>
        <Show when={asking() === 'remove'}>
          <AskToRemove title={m.events_remove_title()} words={m.events_remove_words()} act={remove} onClose={close} />
        </Show>
      </section>
    </Show>
  )
}
