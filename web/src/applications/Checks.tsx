import { Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Application } from './application.queries'
import { CheckList } from './CheckList'
import { CompanyCheck } from './CompanyCheck'
import { LinkChecks } from './LinkChecks'

/** What the mentor's page may call checked, and the ways to more of it. */
export function Checks(props: { application: Application }) {
  const has = (kind: Application['checks'][number]['kind']) => props.application.checks.some((one) => one.kind === kind)
  return (
    <section class="stack stack--4" aria-labelledby="checks">
      <div class="stack stack--1">
        <h2 id="checks" class="t-big">
          {m.checks_title()}
        </h2>
        <p class="t-2">{m.checks_words()}</p>
      </div>
      <div class="card stack stack--6">
        <Show when={props.application.checks.length > 0} fallback={<p class="t-2">{m.checks_none()}</p>}>
          <CheckList checks={props.application.checks} />
        </Show>
        <Show when={!has('company_email')} fallback={<p class="t-sm t-2">{m.checks_company_removed_by_change()}</p>}>
          <CompanyCheck application={props.application} />
        </Show>
        <LinkChecks application={props.application} />
        <Show when={!has('identity')}>
          <div class="stack stack--1">
            <h3 class="t-strong">{m.checks_identity_title()}</h3>
            <p class="t-2">{m.checks_identity_words()}</p>
          </div>
        </Show>
      </div>
    </section>
  )
}
