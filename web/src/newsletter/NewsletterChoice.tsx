import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { SwitchRow } from '../accounts/SwitchRow'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { ProblemNote } from '../ui/Note'
import { chooseNewsletter, mineQuery } from './newsletter.queries'

/** Whether the newsletter comes to my own address, which is proven: no link has to be mailed. */
export function NewsletterChoice() {
  const client = useQueryClient()
  const mine = useQuery(mineQuery)
  const [error, setError] = createSignal<unknown>()
  async function choose(wanted: boolean): Promise<void> {
    const { queryKey } = mineQuery()
    const before = client.getQueryData(queryKey)
    client.setQueryData(queryKey, (own) => own && { ...own, subscribed: wanted })
    setError(undefined)
    try {
      client.setQueryData(queryKey, await chooseNewsletter(wanted))
    } catch (failure) {
      client.setQueryData(queryKey, before)
      setError(failure)
    }
  }
  return (
    <Show when={mine.data}>
      {(own) => (
        <>
          <ProblemNote error={error()} />
          <ul class="card card--flush list">
            <SwitchRow
              label={m.newsletter_mine()}
              words={m.newsletter_mine_words()}
              checked={own().subscribed}
              onChange={(wanted) => void choose(wanted)}
            />
          </ul>
        </>
      )}
    </Show>
  )
}
