import { Match, Show, Switch } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { ErrorState, SkeletonRows } from '../ui/List'
import { officerQuery } from './support.queries'

/** Who answers for complaints, as the configuration names them. */
export function Officer() {
  const officer = useQuery(officerQuery)
  const isUnnamed = () => officer.error instanceof Problem && officer.error.status === 404
  return (
    <section class="card stack stack--2" aria-label={m.grievance_officer()}>
      <h2 class="t-section">{m.grievance_officer()}</h2>
      <Switch fallback={<SkeletonRows count={1} />}>
        <Match when={isUnnamed()}>
          <p>{m.grievance_no_officer()}</p>
        </Match>
        <Match when={officer.error && !officer.data}>
          <ErrorState error={officer.error} retry={() => void officer.refetch()} busy={officer.isFetching} />
        </Match>
        <Match when={officer.data}>
          {(named) => (
            <address class="stack stack--2 not-italic">
              <bdi class="t-strong">{named().name}</bdi>
              <span dir="auto">{named().address}</span>
              <a class="link" href={`mailto:${named().email}`}>
                {named().email}
              </a>
              <Show when={named().phone}>
                <a class="link num" href={`tel:${named().phone.replace(/[^+\d]/g, '')}`}>
                  {named().phone}
                </a>
              </Show>
              <span class="t-2">{named().hours}</span>
            </address>
          )}
        </Match>
      </Switch>
    </section>
  )
}
