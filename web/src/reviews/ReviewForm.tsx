import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { REVIEW_LENGTH, type ReviewSide } from '../../../worker/contract/reviews.constants'
import { isolate, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { sessionReviewsQuery, writeReview } from './reviews.queries'
import { StarsField } from './Stars'

type FormProps = { bookingId: string; side: ReviewSide; other: string; shownAs: string | null; until: string }

/** A student's public review with stars, or a mentor's private feedback; who will read it stands above. */
export function ReviewForm(props: FormProps) {
  const client = useQueryClient()
  const [text, setText] = createSignal('')
  const isStudent = () => props.side === 'student'
  const name = () => isolate(props.other)
  const form = createSubmission(
    (values) => {
      const stars = Number(values.get('stars'))
      return writeReview(props.bookingId, { ...(isStudent() && stars > 0 && { stars }), text: text().trim() })
    },
    (reviews) => {
      client.setQueryData(sessionReviewsQuery(props.bookingId).queryKey, reviews)
      void client.invalidateQueries({ queryKey: ['reviews'] })
      toast(m.reviews_sent())
    },
  )
  const isFieldAt = () => Boolean(form.fieldError('stars') ?? form.fieldError('text'))
  return (
    <section class="card stack" aria-labelledby="review">
      <div class="stack stack--2">
        <h2 id="review" class="t-section">
          {isStudent() ? m.reviews_write_mentor({ name: name() }) : m.reviews_write_student({ name: name() })}
        </h2>
        <p class="t-2 measure">
          <Show when={isStudent()} fallback={m.reviews_private_rule({ name: name() })}>
            {m.reviews_shown_as({ name: isolate(props.shownAs ?? '') })}
          </Show>{' '}
          {m.reviews_hidden_rule()}
        </p>
      </div>
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <Show when={isStudent()}>
          <StarsField label={m.reviews_your_stars()} error={form.fieldError('stars')} />
        </Show>
        <TextArea
          label={isStudent() ? m.reviews_your_words() : m.reviews_your_feedback()}
          rows="4"
          maxlength={REVIEW_LENGTH}
          required={!isStudent()}
          value={text()}
          error={form.fieldError('text')}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <ProblemNote error={isFieldAt() ? undefined : form.error()} />
        <div class="row row--3 row--wrap">
          <Button kind="primary" type="submit" busy={form.busy()}>
            {isStudent() ? m.reviews_send() : m.reviews_send_feedback()}
          </Button>
          <p class="t-sm t-3">{m.reviews_write_until({ day: props.until })}</p>
        </div>
      </form>
    </section>
  )
}
