import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { ButtonLink } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty, ErrorState, SkeletonRows } from '../ui/List'
import { IN_FULL, TimeWithZone } from '../ui/Time'
import { complaintQuery, type Complaint } from './support.queries'

/** Where a complaint stands, for whoever holds the link of its mail. */
export default function GrievanceStatusPage() {
  createTitle(m.grievance_status_title)
  const [query] = useSearchParams()
  const token = untrack(() => (typeof query.token === 'string' ? query.token : ''))
  const complaint = useQuery(() => ({ ...complaintQuery(token), enabled: token !== '' }))
  const isGone = () =>
    token === '' || (complaint.error instanceof Problem && [404, 422].includes(complaint.error.status))
  return (
    <>
      <h1 class="display text-3xl">{m.grievance_status_title()}</h1>
      <Switch fallback={<SkeletonRows />}>
        <Match when={isGone()}>
          <Empty
            art={<Scope />}
            title={m.grievance_gone()}
            act={<ButtonLink href="/grievance">{m.grievance_form()}</ButtonLink>}
          >
            {m.grievance_gone_words()}
          </Empty>
        </Match>
        <Match when={complaint.error && !complaint.data}>
          <ErrorState error={complaint.error} retry={() => void complaint.refetch()} busy={complaint.isFetching} />
        </Match>
        <Match when={complaint.data}>{(data) => <Standing complaint={data()} />}</Match>
      </Switch>
    </>
  )
}

function Standing(props: { complaint: Complaint }) {
  return (
    <>
      <section class="card stack">
        <p class="t-sm t-2 num">{props.complaint.reference}</p>
        <h2 class="t-section" dir="auto">
          {props.complaint.subject}
        </h2>
        <ol class="stack stack--2">
          <Step label={m.grievance_received()} at={props.complaint.filed_at} />
          <Step
            label={m.grievance_acknowledged()}
            at={props.complaint.acknowledged_at}
            due={{ words: m.grievance_acknowledge_by(), at: props.complaint.acknowledge_by }}
          />
          <Step
            label={m.grievance_resolved()}
            at={props.complaint.resolved_at}
            due={{ words: m.grievance_resolve_by(), at: props.complaint.resolve_by }}
          />
        </ol>
        <p class="whitespace-pre-wrap" dir="auto">
          {props.complaint.text}
        </p>
      </section>
      <Show when={props.complaint.resolution}>
        {(words) => (
          <section class="card stack stack--2">
            <h2 class="t-section">{m.grievance_answer()}</h2>
            <p class="whitespace-pre-wrap" dir="auto">
              {words()}
            </p>
          </section>
        )}
      </Show>
    </>
  )
}

/** One of the two clocks: when it was met, or until when it runs. */
function Step(props: { label: string; at: string | null; due?: { words: string; at: string } }) {
  const place = useMyPlace()
  return (
    <li class="stack stack--1">
      <span classList={{ 't-strong': props.at !== null, 't-2': props.at === null }}>{props.label}</span>
      <Show when={place()}>
        {(here) => (
          <Show
            when={props.at}
            fallback={
              <Show when={props.due}>
                {(due) => (
                  <span class="t-sm t-2">
                    {due().words} <TimeWithZone at={due().at} place={here()} style={IN_FULL} />
                  </span>
                )}
              </Show>
            }
          >
            {(at) => (
              <span class="t-sm t-2">
                <TimeWithZone at={at()} place={here()} style={IN_FULL} />
              </span>
            )}
          </Show>
        )}
      </Show>
    </li>
  )
}
