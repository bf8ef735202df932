import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { m, regionalLocale } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useMyPlace } from '../lib/zones'
import { Dialog } from '../ui/Dialog'
import { Loaded, SkeletonRows } from '../ui/List'
import { TimeWithZone } from '../ui/Time'
import { whyQuery } from './community.queries'
import { TERM_WORDS } from './words'

const points = (value: number): string =>
  new Intl.NumberFormat(regionalLocale(), { signDisplay: 'exceptZero', maximumFractionDigits: 2 }).format(value)

/** Why a post stands where it stands in the useful feed: every term, and their sum. */
export function WhyDialog(props: { id: string; open: boolean; onClose: () => void }) {
  const why = useQuery(() => ({ ...whyQuery(props.id), enabled: props.open }))
  const place = useMyPlace()
  return (
    <Dialog open={props.open} onClose={props.onClose} title={m.community_why()} description={m.useful_lead()}>
      <Loaded query={why} loading={<SkeletonRows />}>
        {(data) => (
          <>
            <table class="w-full t-sm">
              <tbody>
                <For each={data().terms}>
                  {(term) => (
                    <tr>
                      <th scope="row" class="text-start font-normal py-1">
                        {TERM_WORDS[term.term](term.count)}
                      </th>
                      <td class="text-end num">{points(term.points)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" class="text-start py-1">
                    {m.useful_sum()}
                  </th>
                  <td class="text-end num t-strong">{points(data().points)}</td>
                </tr>
              </tfoot>
            </table>
            <p class="t-sm t-2">
              <Show when={data().place} fallback={m.useful_no_place()}>
                {(rank) => m.useful_place({ place: rank() })}
              </Show>{' '}
              {m.useful_ranked()} <TimeWithZone at={data().ranked_at} place={place()} />
            </p>
          </>
        )}
      </Loaded>
      <A class="link" href="/community/useful">
        {m.useful_to_page()}
      </A>
    </Dialog>
  )
}
