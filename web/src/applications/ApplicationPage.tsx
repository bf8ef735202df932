import './application.css'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, on, Show } from 'solid-js'
import { BecomeMentor } from '../accounts/BecomeMentor'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { isMentor, useAccount, type Me } from '../lib/session'
import { createTitle } from '../lib/title'
import { Loaded, SkeletonRows } from '../ui/List'
import { applicationQuery, changeApplication, type Application } from './application.queries'
import { Checks } from './Checks'
import { createDraft } from './draft'
import { EvidenceSection } from './EvidenceSection'
import { isWithStaff, Standing } from './Standing'
import { WordsForm, wordsIn } from './WordsForm'
import { WordsSent } from './WordsSent'

/** From the first word to the answer. Somebody who only learns here takes the mentor role first, on the same account. */
export default function ApplicationPage() {
  createTitle(m.application_title)
  const me = useAccount()
  const application = useQuery(() => ({ ...applicationQuery(), enabled: isMentor(me()) }))
  return (
    <>
      <div class="page-head">
        <div class="grow">
          <h1 class="t-page">{m.application_title()}</h1>
          <p class="t-2">{m.application_lead()}</p>
        </div>
      </div>
      <Show
        when={isMentor(me())}
        fallback={
          <div class="max-w-read">
            <BecomeMentor />
          </div>
        }
      >
        <Loaded query={application} loading={<SkeletonRows count={4} />}>
          {(own) => <Own application={own()} me={me()} />}
        </Loaded>
      </Show>
    </>
  )
}

function Own(props: { application: Application; me: Me }) {
  const client = useQueryClient()
  const key = applicationQuery().queryKey
  const keep = (application: Application) => client.setQueryData(key, application)
  const draft = createDraft(async (form) => {
    keep(await changeApplication(wordsIn(form)))
  })
  // What is missing may have been mended in the dialog over this page.
  createEffect(
    on(
      () => [props.me.email_verified, props.me.birth_date_known],
      () => void client.invalidateQueries({ queryKey: key }),
      { defer: true },
    ),
  )
  return (
    <div class="apply">
      <Standing application={props.application} me={props.me} draft={draft} onMoved={keep} />
      <div class="stack stack--10 min-w-0">
        <Show
          when={isWithStaff(props.application) || props.application.state === 'approved'}
          fallback={
            <>
              <WordsForm application={props.application} draft={draft} />
              <EvidenceSection evidence={props.application.evidence} onChange={keep} />
            </>
          }
        >
          <WordsSent application={props.application} />
        </Show>
        <Checks application={props.application} />
      </div>
    </div>
  )
}
