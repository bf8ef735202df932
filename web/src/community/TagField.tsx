import { createSignal, For, Show } from 'solid-js'
import CloseIcon from '~icons/lucide/x'
import { TAGS_MOST } from '../../../worker/contract/community.constants'
import { foldTag, isTag } from '../../../worker/contract/tags'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { TextField } from '../ui/Field'
import { tagsQuery } from './community.queries'

type Props = { tags: readonly string[]; onChange: (tags: string[]) => void; error?: string | undefined }

/** Up to five tags; Enter or a comma takes what is typed, and tags that others use are offered. */
export function TagField(props: Props) {
  const [typed, setTyped] = createSignal('')
  const asked = createDebounced(() => foldTag(typed()))
  const found = useQuery(() => ({ ...tagsQuery(asked()), enabled: asked() !== '' }))
  const offered = () =>
    asked() === '' ? [] : (found.data?.items ?? []).filter(({ tag }) => !props.tags.includes(tag)).slice(0, 6)
  const isFull = () => props.tags.length >= TAGS_MOST
  const fault = () => (typed().trim() !== '' && !isTag(foldTag(typed())) ? m.write_tag_fault() : undefined)

  function take(tag: string): void {
    const folded = foldTag(tag)
    if (folded === '' || !isTag(folded) || isFull()) return
    props.onChange([...new Set([...props.tags, folded])])
    setTyped('')
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === ',' || event.key === ' ') {
      if (typed().trim() === '' && event.key !== ',') return
      event.preventDefault()
      take(typed())
    } else if (event.key === 'Backspace' && typed() === '') props.onChange(props.tags.slice(0, -1))
  }
  return (
    <div class="stack stack--2">
      <TextField
        label={m.write_tags()}
        hint={isFull() ? m.write_tags_full({ count: TAGS_MOST }) : m.write_tags_hint()}
        value={typed()}
        disabled={isFull()}
        autocomplete="off"
        autocapitalize="none"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => take(typed())}
        error={fault() ?? props.error ?? ''}
      />
      <Show when={props.tags.length > 0}>
        <ul class="chips" aria-label={m.community_tags()}>
          <For each={props.tags}>
            {(tag) => (
              <li>
                <button
                  type="button"
                  class="chip"
                  aria-label={m.write_tag_remove({ tag: `#${tag}` })}
                  onClick={() => props.onChange(props.tags.filter((one) => one !== tag))}
                >
                  <bdi>#{tag}</bdi>
                  <CloseIcon class="i i--sm" aria-hidden="true" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={offered().length > 0}>
        <ul class="chips" aria-label={m.write_tags_offered()}>
          <For each={offered()}>
            {({ tag, posts }) => (
              <li>
                <button
                  type="button"
                  class="chip"
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => take(tag)}
                >
                  <bdi>#{tag}</bdi> <span class="t-3 num">{posts}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
