import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { TICKET_CATEGORIES, TICKET_LENGTH } from '../../../worker/contract/support.constants'
import { bookingQuery } from '../bookings/bookings.queries'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useAccount } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { Button } from '../ui/Button'
import { Select, TextArea, TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { IN_FULL, TimeWithZone } from '../ui/Time'
import { ArticlesFor } from './ArticlesFor'
import { createFiles, TicketFiles } from './TicketFiles'
import { createKept } from './kept'
import { openTicket } from './support.queries'
import { CATEGORY_WORDS } from './words'

/** A question to staff; `?booking_id=` says which session it is about. */
export default function NewTicketPage() {
  createTitle(m.support_new_title)
  const navigate = useNavigate()
  const me = useAccount()
  const [query] = useSearchParams<{ booking_id?: string }>()
  const subject = createKept(`aspirex.ticket.${me().id}.subject`)
  const message = createKept(`aspirex.ticket.${me().id}.message`)
  const files = createFiles()
  const [category, setCategory] = createSignal<string>(query.booking_id ? 'booking' : '')
  const form = createSubmission(
    () =>
      openTicket({
        subject: subject.text(),
        message: message.text(),
        ...(query.booking_id && { booking_id: query.booking_id }),
        category: TICKET_CATEGORIES.find((one) => one === category()),
        attachments: files.files().map(({ file_id }) => file_id),
      }),
    (ticket) => {
      subject.write('')
      message.write('')
      navigate(`/support/${ticket.id}`)
    },
  )
  const isOfField = () => ['subject', 'message', 'category'].some((field) => form.fieldError(field))
  return (
    <div class="mx-auto grid w-full max-w-read gap-6">
      <header class="stack stack--2">
        <h1 class="t-page">{m.support_new_title()}</h1>
        <p class="t-lead">{m.support_new_words()}</p>
      </header>
      <form class="card stack" onSubmit={(event) => void form.submit(event)}>
        <ProblemNote error={isOfField() ? undefined : form.error()} />
        <Show when={query.booking_id}>{(id) => <AboutSession id={id()} />}</Show>
        <Select
          label={m.support_category()}
          name="category"
          required
          value={category()}
          onChange={(event) => setCategory(event.currentTarget.value)}
          error={form.fieldError('category')}
        >
          <option value="">{m.support_category_choose()}</option>
          <For each={TICKET_CATEGORIES}>{(one) => <option value={one}>{CATEGORY_WORDS[one]()}</option>}</For>
        </Select>
        <TextField
          label={m.support_subject()}
          name="subject"
          required
          maxlength={TICKET_LENGTH.subject}
          value={subject.text()}
          onInput={(event) => subject.write(event.currentTarget.value)}
          error={form.fieldError('subject')}
        />
        <ArticlesFor words={subject.text()} />
        <TextArea
          label={m.support_message()}
          name="message"
          rows="7"
          required
          maxlength={TICKET_LENGTH.text}
          value={message.text()}
          onInput={(event) => message.write(event.currentTarget.value)}
          error={form.fieldError('message')}
        />
        <TicketFiles of={files} />
        <Button kind="primary" type="submit" busy={form.busy()} disabled={files.isBusy()}>
          {m.support_send()}
        </Button>
      </form>
    </div>
  )
}

function AboutSession(props: { id: string }) {
  const booking = useQuery(() => bookingQuery(props.id))
  const place = useMyPlace()
  return (
    <Show when={booking.data}>
      {(about) => (
        <Note kind="info">
          {m.support_about_session()} <bdi>{about().offer_title}</bdi>,{' '}
          <TimeWithZone at={about().start_time} place={place()} style={IN_FULL} />
        </Note>
      )}
    </Show>
  )
}
