import './community.css'
import { useQueryClient } from '@tanstack/solid-query'
import { For } from 'solid-js'
import { m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { toast, undoable } from '../ui/Toast'
import { Ago } from './Author'
import { draftsQuery, removeDraft, saveDraft, type Draft } from './community.queries'
import { TOPIC_WORDS } from './words'
import { Writer } from './Writer'
import { openWriter } from './writing'

/** What I began to write and nobody else can read. */
export default function DraftsPage() {
  createTitle(m.community_drafts)
  const client = useQueryClient()
  const drafts = useQuery(draftsQuery)
  const again = () => client.invalidateQueries({ queryKey: ['drafts'] })
  async function restore({ id: _, saved_at: __, is_official: as_official, pictures, ...draft }: Draft): Promise<void> {
    await saveDraft({ ...draft, as_official, pictures: pictures.map(({ file_id, alt }) => ({ file_id, alt })) })
    await again()
  }
  async function remove(draft: Draft): Promise<void> {
    try {
      await removeDraft(draft.id)
      await again()
      undoable(m.draft_removed(), () => void restore(draft))
    } catch (error) {
      toast(wordsOf(error))
    }
  }
  return (
    <div class="mx-auto grid w-full max-w-read gap-6">
      <div class="page-head page-head--tight">
        <h1 class="t-page grow">{m.community_drafts()}</h1>
        <Button kind="primary" size="sm" onClick={() => openWriter()}>
          {m.community_write()}
        </Button>
      </div>
      <Loaded
        query={drafts}
        loading={<SkeletonRows />}
        isEmpty={(data) => data.items.length === 0}
        empty={
          <div class="card">
            <Empty art={<Cups />} title={m.drafts_none()}>
              {m.drafts_none_words()}
            </Empty>
          </div>
        }
      >
        {(data) => (
          <>
            <ul class="card card--flush list">
              <For each={data().items}>
                {(draft) => (
                  <li class="list-row">
                    <button type="button" class="list-row__main text-start" onClick={() => openWriter({ draft })}>
                      <span class="draft__words" dir="auto">
                        {draft.text || m.draft_empty()}
                      </span>
                      <span class="t-sm t-2">
                        {TOPIC_WORDS[draft.topic]()} · <Ago at={draft.saved_at} />
                      </span>
                    </button>
                    <Button kind="quiet" size="sm" onClick={() => void remove(draft)}>
                      {m.draft_remove()}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
            <p class="t-sm t-3 text-center">{m.drafts_end()}</p>
          </>
        )}
      </Loaded>
      <Writer />
    </div>
  )
}
