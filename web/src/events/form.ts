import { now } from '../lib/clock'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { createSubmission } from '../lib/submission'
import { useZones } from '../lib/zones'
import { instantOf, planOf, type Drafting } from './draft'
import { changeEvent, makeEvent, type Event } from './events.queries'

export type Wish = 'publish' | 'draft' | 'save'

const wishOf = (event: SubmitEvent): Wish => {
  const value = (event.submitter as HTMLButtonElement | null)?.value
  return value === 'publish' || value === 'draft' ? value : 'save'
}

const FIELDS = [
  'title',
  'description',
  'start_time',
  'end_time',
  'time_zone',
  'place',
  'location',
  'online_link',
  'capacity',
  'guests',
  'cover_image',
  'repeat',
]

/** The act of the form: what is wrong is said here where it can be known, and by the server where not. */
export function createEventForm(
  drafting: Drafting,
  of: { event: Event | undefined; done: (event: Event, repeats: number) => void },
) {
  const { draft } = drafting
  const zones = useZones()
  const start = () => instantOf(zones(), draft.time_zone, draft.start_date, draft.start_time)
  const end = () => instantOf(zones(), draft.time_zone, draft.end_date, draft.end_time)
  const span = () => {
    const [from, to] = [start(), end()]
    return typeof from === 'number' && typeof to === 'number' && to > from ? { start: from, end: to } : undefined
  }
  let key = crypto.randomUUID()
  let wish: Wish = 'save'

  function faultsOf(): Record<string, string> {
    const [from, to] = [start(), end()]
    const publishes = wish === 'publish'
    return {
      ...(from === 'gap' && { start_time: m.move_gap() }),
      ...(to === 'gap' && { end_time: m.move_gap() }),
      ...(typeof from === 'number' && publishes && from <= now() && { start_time: m.events_in_past() }),
      ...(typeof from === 'number' && typeof to === 'number' && to <= from && { end_time: m.events_ends_early() }),
      ...(publishes && draft.place === 'in_person' && !draft.location.trim() && { location: m.events_say_where() }),
    }
  }
  const coverOf = () => {
    const cover_image = draft.cover_image || null
    return cover_image === (of.event?.cover_image ?? null) ? {} : { cover_image }
  }
  async function send(): Promise<{ event: Event; repeats: number }> {
    const found = faultsOf()
    const times = span()
    if (Object.keys(found).length > 0 || !times) {
      const errors = Object.fromEntries(Object.entries(found).map(([field, words]) => [field, [words]]))
      throw new Problem('invalid_input', 422, errors)
    }
    const plan = { ...planOf(draft, times.start, times.end), ...coverOf() }
    if (of.event) {
      const published = wish === 'save' ? {} : { is_published: wish === 'publish' }
      return { event: await changeEvent(of.event.id, { ...plan, ...published }), repeats: 0 }
    }
    const repeat = draft.every ? { repeat: { every: draft.every, count: Number(draft.count) } } : {}
    const { repeats, ...event } = await makeEvent({ ...plan, ...repeat, is_published: wish === 'publish' }, key)
    return { event, repeats: repeats.length }
  }
  const form = createSubmission(send, ({ event, repeats }) => {
    drafting.forget()
    of.done(event, repeats)
  })
  const isOfField = () => FIELDS.some((field) => form.fieldError(field))
  return {
    busy: form.busy,
    span,
    start,
    fault: (field: string) => form.fieldError(field),
    /** Another plan is another act, which must not be answered as the first one was. */
    changed(): void {
      if (form.error()) key = crypto.randomUUID()
    },
    /** What no field can be blamed for. */
    error: () => (isOfField() ? undefined : form.error()),
    isRefusedToPublish: () => form.error() instanceof Problem && (form.error() as Problem).code === 'role_required',
    submit(event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> {
      wish = wishOf(event)
      return form.submit(event)
    },
  }
}
export type EventForming = ReturnType<typeof createEventForm>
