import { For } from 'solid-js'
import type { Question } from '../../../worker/contract/availability.constants'
import { m } from '../lib/messages'
import { fieldError } from '../lib/problem'
import { TextArea } from '../ui/Field'

export const LONGEST_ANSWER = 2000
export type Answers = Record<string, string>

/** Required questions without an answer. */
export const openQuestions = (questions: readonly Question[], answers: Answers): Question[] =>
  questions.filter(({ id, required }) => required && !answers[id]?.trim())

/** What the mentor asks. An open question is named once somebody wanted to go on (`tried`). */
export function AnswerFields(props: {
  questions: readonly Question[]
  answers: Answers
  tried: boolean
  error: unknown
  onWrite: (id: string, answer: string) => void
}) {
  const fault = ({ id, required }: Question) => {
    if (props.tried && required && !props.answers[id]?.trim()) return m.booking_question_open()
    return fieldError(props.error, `/answers/${id}`)
  }
  return (
    <For each={props.questions}>
      {(question) => (
        <TextArea
          label={question.required ? question.text : m.booking_question_optional({ question: question.text })}
          rows="3"
          maxlength={LONGEST_ANSWER}
          required={question.required}
          value={props.answers[question.id] ?? ''}
          onInput={(event) => props.onWrite(question.id, event.currentTarget.value)}
          error={fault(question)}
        />
      )}
    </For>
  )
}
