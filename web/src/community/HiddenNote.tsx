import { createSignal, Show } from 'solid-js'
import { APPEAL_LENGTH } from '../../../worker/contract/flags.constants'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { appeal, hidingQuery, type Thing } from './hidings.queries'
import { FLAG_WORDS } from './words'

/** What the author of something hidden is told, and what may be done about it. Nobody else sees it. */
export function HiddenNote(props: { thing: Thing }) {
  const hiding = useQuery(() => hidingQuery(props.thing))
  const [appealing, setAppealing] = createSignal(false)
  return (
    <Note
      kind="warning"
      act={
        <Show when={hiding.data?.may_appeal}>
          <Button size="sm" onClick={() => setAppealing(true)}>
            {m.hiding_appeal()}
          </Button>
        </Show>
      }
    >
      <p class="t-strong">{hiding.data?.is_decided ? m.hiding_decided() : m.hiding_waits()}</p>
      <Show when={hiding.data}>
        {(data) => (
          <>
            <Show
              when={data().staff_reason}
              fallback={
                <p>
                  {m.hiding_reasons({
                    reasons: data()
                      .reasons.map((one) => FLAG_WORDS[one]())
                      .join(', '),
                  })}
                </p>
              }
            >
              {(reason) => <p dir="auto">{reason()}</p>}
            </Show>
            <Show when={data().may_edit}>
              <p>{m.hiding_may_edit()}</p>
            </Show>
            <Show when={data().appealed_at}>
              <p>{m.hiding_appealed()}</p>
            </Show>
          </>
        )}
      </Show>
      <AppealDialog
        thing={props.thing}
        open={appealing()}
        onClose={() => setAppealing(false)}
        onSent={() => void hiding.refetch()}
      />
    </Note>
  )
}

function AppealDialog(props: { thing: Thing; open: boolean; onClose: () => void; onSent: () => void }) {
  const form = createSubmission(
    (values) => appeal(props.thing, String(values.get('text') ?? '')),
    () => {
      props.onSent()
      props.onClose()
    },
  )
  return (
    <Dialog open={props.open} onClose={props.onClose} title={m.hiding_appeal()} description={m.hiding_appeal_words()}>
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <TextArea
          name="text"
          label={m.hiding_appeal_text()}
          rows="5"
          required
          maxlength={APPEAL_LENGTH}
          error={form.fieldError('text')}
        />
        <ProblemNote error={form.fieldError('text') ? undefined : form.error()} />
        <div>
          <Button kind="primary" type="submit" busy={form.busy()}>
            {m.hiding_appeal_send()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
