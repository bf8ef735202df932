import { For } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useMyPlace } from '../lib/zones'
import { Dialog } from '../ui/Dialog'
import { Loaded, SkeletonRows } from '../ui/List'
import { IN_FULL, TimeWithZone } from '../ui/Time'
import { historyQuery } from './community.queries'

/** What a post said before it was edited. */
export function HistoryDialog(props: { id: string; open: boolean; onClose: () => void }) {
  const history = useQuery(() => ({ ...historyQuery(props.id), enabled: props.open }))
  const place = useMyPlace()
  return (
    <Dialog open={props.open} onClose={props.onClose} title={m.community_history()}>
      <Loaded
        query={history}
        loading={<SkeletonRows />}
        isEmpty={(data) => data.items.length === 0}
        empty={<p class="t-2">{m.community_no_history()}</p>}
      >
        {(data) => (
          <ol class="stack">
            <For each={data().items}>
              {(version) => (
                <li class="stack stack--2">
                  <p class="t-sm t-2">
                    <TimeWithZone at={version.written_at} place={place()} style={IN_FULL} />
                  </p>
                  <p class="post__was" dir="auto">
                    {version.text}
                  </p>
                </li>
              )}
            </For>
          </ol>
        )}
      </Loaded>
    </Dialog>
  )
}
