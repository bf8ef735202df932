import { useSearchParams } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Match, Show, Switch, untrack } from 'solid-js'
import { isMailChoice, MAIL_CHOICES } from '../../../worker/contract/notifications.constants'
import { SwitchRow } from '../accounts/SwitchRow'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty, ErrorState, SkeletonRows } from '../ui/List'
import { Note, ProblemNote } from '../ui/Note'
import { CHOICE_WORDS } from './choice-words'
import { changeMail, mailPreferencesQuery, type MailPreferences } from './mail-preferences.queries'

/** Opened from the foot of a mail, without signing in. */
export default function MailPreferencesPage() {
  createTitle(m.mail_choices_title)
  const [query] = useSearchParams()
  const token = untrack(() => (typeof query.token === 'string' ? query.token : ''))
  const chosen = useQuery(() => ({ ...mailPreferencesQuery(token), enabled: token !== '' }))
  const isGone = () =>
    token === '' || (chosen.error instanceof Problem && !chosen.data && [404, 422].includes(chosen.error.status))
  return (
    <>
      <h1 class="display text-3xl">{m.mail_choices_title()}</h1>
      <Switch fallback={<SkeletonRows />}>
        <Match when={isGone()}>
          <Empty art={<Scope />} title={m.mail_choices_gone()}>
            {m.mail_choices_gone_words()}
          </Empty>
        </Match>
        <Match when={chosen.error && !chosen.data}>
          <ErrorState error={chosen.error} retry={() => void chosen.refetch()} busy={chosen.isFetching} />
        </Match>
        <Match when={chosen.data}>{(data) => <Choices chosen={data()} token={token} />}</Match>
      </Switch>
    </>
  )
}

function createTurning(token: string) {
  const client = useQueryClient()
  const { queryKey } = mailPreferencesQuery(token)
  const [error, setError] = createSignal<unknown>()
  const turn = async (kind: string, wanted: boolean): Promise<void> => {
    setError(undefined)
    const show = (is: boolean) =>
      client.setQueryData(queryKey, (page) => page && { ...page, mail: { ...page.mail, [kind]: is } })
    show(wanted)
    try {
      await changeMail(token, { [kind]: wanted })
    } catch (failure) {
      show(!wanted)
      setError(failure)
    }
  }
  return { error, turn }
}

function Choices(props: { chosen: MailPreferences; token: string }) {
  const { error, turn } = createTurning(untrack(() => props.token))
  const comes = (kind: string): boolean => props.chosen.mail[kind] ?? true
  const label = () => (isMailChoice(props.chosen.kind) ? CHOICE_WORDS[props.chosen.kind].label() : '')
  return (
    <>
      <p class="t-lead">{m.mail_choices_lead()}</p>
      <ProblemNote error={error()} />
      <Show
        when={comes(props.chosen.kind)}
        fallback={<Note kind="success">{m.mail_choices_stopped({ kind: label() })}</Note>}
      >
        <Button kind="primary" block onClick={() => void turn(props.chosen.kind, false)}>
          {m.mail_choices_stop({ kind: label() })}
        </Button>
      </Show>
      <ul class="card card--flush list">
        <For each={MAIL_CHOICES}>
          {(kind) => (
            <SwitchRow
              label={CHOICE_WORDS[kind].label()}
              words={CHOICE_WORDS[kind].words()}
              checked={comes(kind)}
              onChange={(wanted) => void turn(kind, wanted)}
            />
          )}
        </For>
      </ul>
      <p class="t-sm t-2">{m.settings_mail_always()}</p>
    </>
  )
}
