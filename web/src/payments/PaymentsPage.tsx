import './payments.css'
import { useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import { m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { Button, ButtonLink } from '../ui/Button'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { Invoices } from './Invoices'
import { receiptsQuery } from './payments.queries'
import { ReceiptCard } from './ReceiptCard'

const TABS = [
  { id: 'payments', href: '/payments', label: m.payments_tab_payments },
  { id: 'invoices', href: '/payments?tab=invoices', label: m.payments_tab_invoices },
] as const

/** What I paid, what came back, and the papers of it. */
export default function PaymentsPage() {
  createTitle(m.payments_title)
  const [query] = useSearchParams<{ tab?: string }>()
  const at = () => (query.tab === 'invoices' ? 'invoices' : 'payments')
  return (
    <div class="pays">
      <div class="page-head">
        <h1 class="t-page grow">{m.payments_title()}</h1>
      </div>
      <nav class="tabs" aria-label={m.payments_title()}>
        <For each={TABS}>
          {(tab) => (
            <a class="tab" href={tab.href} aria-current={at() === tab.id ? 'page' : undefined}>
              {tab.label()}
            </a>
          )}
        </For>
      </nav>
      <Switch fallback={<Receipts />}>
        <Match when={at() === 'invoices'}>
          <Invoices />
        </Match>
      </Switch>
    </div>
  )
}

function Receipts() {
  const receipts = useInfiniteQuery(receiptsQuery)
  const mine = useMyPlace()
  return (
    <Loaded
      query={receipts}
      loading={<SkeletonRows count={4} />}
      isEmpty={(data) => data.pages[0]!.items.length === 0}
      empty={
        <div class="card">
          <Empty
            art={<Table />}
            title={m.payments_none()}
            act={
              <ButtonLink kind="primary" href="/mentors">
                {m.act_find_mentor()}
              </ButtonLink>
            }
          >
            {m.payments_none_words()}
          </Empty>
        </div>
      }
    >
      {(data) => (
        <>
          <Show when={mine()} fallback={<SkeletonRows count={4} />}>
            {(place) => (
              <For each={data().pages.flatMap((page) => page.items)}>
                {(receipt) => <ReceiptCard receipt={receipt} place={place()} />}
              </For>
            )}
          </Show>
          <Show when={receipts.hasNextPage} fallback={<p class="t-sm t-3 text-center">{m.payments_end()}</p>}>
            <Button
              class="self-center"
              busy={receipts.isFetchingNextPage}
              onClick={() => void receipts.fetchNextPage()}
            >
              {m.payments_more()}
            </Button>
          </Show>
        </>
      )}
    </Loaded>
  )
}
