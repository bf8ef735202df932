import { createSignal, For, Show } from 'solid-js'
import DownIcon from '~icons/lucide/arrow-down'
import PlusIcon from '~icons/lucide/plus'
import UpIcon from '~icons/lucide/arrow-up'
import XIcon from '~icons/lucide/x'
import { MOST_QUESTIONS } from '../../../worker/contract/availability.constants'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Checkbox, TextField } from '../ui/Field'
import type { OfferPart } from './OfferBasics'
import { moved, type QuestionDraft } from './offer-draft'

/** What a student is asked when booking. Alt with an arrow moves a question from its field, as the buttons do. */
export function OfferQuestions(props: OfferPart) {
  let list!: HTMLOListElement
  const [told, setTold] = createSignal('')
  const questions = () => props.draft.questions
  /** The row moves in the page, which takes the focus away from it. */
  const focusAt = (i: number, what: string) =>
    queueMicrotask(() => list.children[i]?.querySelector<HTMLElement>(what)?.focus())

  function move(from: number, by: number, what: string): void {
    const to = from + by
    if (to < 0 || to >= questions().length) return
    props.change('questions', moved(questions(), from, by))
    setTold(m.offer_question_moved({ place: to + 1 }))
    const isEnd = to === 0 || to === questions().length - 1
    focusAt(to, isEnd && what === 'button' ? 'input' : what === 'button' ? `[data-by="${by}"]` : what)
  }
  function add(): void {
    props.change('questions', questions().length, { text: '', required: false })
    focusAt(questions().length - 1, 'input')
  }
  const remove = (i: number) => props.change('questions', (all) => all.filter((_, at) => at !== i))

  return (
    <>
      <ol class="stack" ref={list}>
        <For each={questions()} fallback={<li class="t-2 t-sm">{m.offer_questions_words()}</li>}>
          {(question, i) => (
            <Question
              {...props}
              question={question}
              i={i()}
              isLast={i() === questions().length - 1}
              onMove={(by, what) => move(i(), by, what)}
              onRemove={() => remove(i())}
            />
          )}
        </For>
      </ol>
      <p class="sr" role="status">
        {told()}
      </p>
      <Show when={questions().length < MOST_QUESTIONS}>
        <div>
          <Button kind="soft" size="sm" onClick={add}>
            <PlusIcon class="i" aria-hidden="true" />
            {m.offer_question_add()}
          </Button>
        </div>
      </Show>
    </>
  )
}

function Question(
  props: OfferPart & {
    question: QuestionDraft
    i: number
    isLast: boolean
    onMove: (by: -1 | 1, what: 'button' | 'input') => void
    onRemove: () => void
  },
) {
  function byKey(event: KeyboardEvent): void {
    const by = event.altKey && { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
    if (!by) return
    event.preventDefault()
    props.onMove(by, 'input')
  }
  return (
    <li class="stack stack--1">
      <TextField
        label={m.offer_question({ place: props.i + 1 })}
        required
        maxlength="200"
        value={props.question.text}
        onInput={(event) => props.change('questions', props.i, 'text', event.currentTarget.value)}
        onKeyDown={byKey}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        error={props.fault(`questions/${props.i}/text`)}
      />
      <div class="row row--1">
        <span class="grow">
          <Checkbox
            checked={props.question.required}
            onChange={(event) => props.change('questions', props.i, 'required', event.currentTarget.checked)}
          >
            {m.offer_question_required()}
          </Checkbox>
        </span>
        <Button
          kind="quiet"
          size="sm"
          icon
          data-by="-1"
          disabled={props.i === 0}
          aria-label={m.offer_question_up({ place: props.i + 1 })}
          onClick={() => props.onMove(-1, 'button')}
        >
          <UpIcon class="i" aria-hidden="true" />
        </Button>
        <Button
          kind="quiet"
          size="sm"
          icon
          data-by="1"
          disabled={props.isLast}
          aria-label={m.offer_question_down({ place: props.i + 1 })}
          onClick={() => props.onMove(1, 'button')}
        >
          <DownIcon class="i" aria-hidden="true" />
        </Button>
        <Button
          kind="quiet"
          size="sm"
          icon
          aria-label={m.offer_question_remove({ place: props.i + 1 })}
          onClick={() => props.onRemove()}
        >
          <XIcon class="i" aria-hidden="true" />
        </Button>
      </div>
    </li>
  )
}
