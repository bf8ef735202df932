import { useQueryClient } from '@tanstack/solid-query'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { changeOwnLink, ownLinkQuery } from './meetings.queries'

/** Where a mentor meets: the room here, or an address of their own. */
export function MeetingLinkForm() {
  const link = useQuery(ownLinkQuery)
  return (
    <section class="card stack" aria-labelledby="meeting-link">
      <h2 class="t-section" id="meeting-link">
        {m.meetlink_title()}
      </h2>
      <p class="t-2">{m.meetlink_words()}</p>
      <Loaded query={link} loading={<SkeletonRows count={1} />}>
        {(found) => <Address url={found().url} />}
      </Loaded>
    </section>
  )
}

function Address(props: { url: string | null }) {
  const client = useQueryClient()
  const saving = createSubmission(
    (values) => changeOwnLink(String(values.get('url') ?? '').trim() || null),
    (saved) => {
      client.setQueryData(ownLinkQuery().queryKey, saved)
      toast(saved.url === null ? m.meetlink_removed() : m.meetlink_saved())
    },
  )
  return (
    <form class="stack stack--3" onSubmit={saving.submit} novalidate>
      <ProblemNote error={saving.fieldError('url') ? undefined : saving.error()} />
      <TextField
        label={m.meetlink_label()}
        hint={m.meetlink_hint()}
        name="url"
        type="url"
        inputmode="url"
        autocomplete="off"
        dir="ltr"
        value={props.url ?? ''}
        error={saving.fieldError('url')}
      />
      <Button class="self-start" type="submit" busy={saving.busy()}>
        {m.act_save()}
      </Button>
    </form>
  )
}
