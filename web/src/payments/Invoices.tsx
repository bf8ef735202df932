import { For, Show } from 'solid-js'
import DownloadIcon from '~icons/lucide/download'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { useInfiniteQuery } from '../lib/query'
import type { Place } from '../lib/time'
import { useMyPlace } from '../lib/zones'
import { Button } from '../ui/Button'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { invoicesQuery, type Invoice } from './payments.queries'

/** All papers that name me, as buyer or as seller, the newest first. */
export function Invoices() {
  const invoices = useInfiniteQuery(invoicesQuery)
  const mine = useMyPlace()
  return (
    <Loaded
      query={invoices}
      loading={<SkeletonRows count={5} />}
      isEmpty={(data) => data.pages[0]!.items.length === 0}
      empty={
        <div class="card">
          <Empty art={<Table />} title={m.invoices_none()}>
            {m.invoices_none_words()}
          </Empty>
        </div>
      }
    >
      {(data) => (
        <>
          <Show when={mine()} fallback={<SkeletonRows count={5} />}>
            {(place) => (
              <ul class="card card--flush list">
                <For each={data().pages.flatMap((page) => page.items)}>
                  {(invoice) => <Row invoice={invoice} place={place()} />}
                </For>
              </ul>
            )}
          </Show>
          <Show when={invoices.hasNextPage} fallback={<p class="t-sm t-3 text-center">{m.invoices_end()}</p>}>
            <Button
              class="self-center"
              busy={invoices.isFetchingNextPage}
              onClick={() => void invoices.fetchNextPage()}
            >
              {m.invoices_more()}
            </Button>
          </Show>
        </>
      )}
    </Loaded>
  )
}

function Row(props: { invoice: Invoice; place: Place }) {
  const title = () =>
    props.invoice.document === 'invoice'
      ? m.invoices_invoice({ number: props.invoice.number })
      : m.invoices_credit_note({ number: props.invoice.number })
  const side = () =>
    props.invoice.role === 'seller'
      ? m.invoices_to({ name: isolate(props.invoice.buyer_name) })
      : m.invoices_from({ name: isolate(props.invoice.seller_name) })
  const amount = () => money(props.invoice.total_minor, props.invoice.currency, { exact: true })
  return (
    <li class="list-row inv">
      <div class="list-row__main">
        <p class="t-strong">{title()}</p>
        <p class="t-sm t-2">
          {props.invoice.title}, {side()}
        </p>
        <p class="t-sm t-3">
          <time datetime={props.invoice.issued_at}>{props.place.day(props.invoice.issued_at)}</time>
          <Show when={props.invoice.corrects}>{(number) => <>, {m.invoices_corrects({ number: number() })}</>}</Show>
        </p>
      </div>
      <span class="inv__amount">
        {props.invoice.document === 'invoice' ? amount() : m.invoices_paid_back({ amount: amount() })}
      </span>
      <a
        class="btn btn--sm"
        href={props.invoice.pdf_url}
        download=""
        aria-label={m.invoices_download({ number: props.invoice.number })}
      >
        <DownloadIcon class="i" aria-hidden="true" />
        {m.invoices_download_short()}
      </a>
    </li>
  )
}
