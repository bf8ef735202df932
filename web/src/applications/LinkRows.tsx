import { createSignal, For, Show, untrack } from 'solid-js'
import PlusIcon from '~icons/lucide/plus'
import RemoveIcon from '~icons/lucide/x'
import { MOST_LINKS } from '../../../worker/contract/applications.constants'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import type { Draft } from './draft'

const SCHEME = 'https://'

type Row = { begun: string; element?: HTMLInputElement }

/** Up to five addresses, each in a field of its own. */
export function LinkRows(props: { begun: string[]; draft: Draft }) {
  const [rows, setRows] = createSignal<Row[]>(untrack(() => props.begun).map((begun) => ({ begun })))
  const filled = () => rows().filter(({ element }) => element?.value.trim())
  const errorOf = (row: Row) => props.draft.fieldError(`links/${filled().indexOf(row)}`)
  const remove = (row: Row) => {
    setRows(rows().filter((one) => one !== row))
    props.draft.touch()
    void props.draft.save()
  }
  return (
    <fieldset class="stack stack--3">
      <legend class="field__label">{m.application_links()}</legend>
      <p class="field__hint">{m.application_links_hint()}</p>
      <For each={rows()}>
        {(row, index) => (
          <div class="row row--2 row--top">
            <div class="grow">
              <TextField
                ref={(element: HTMLInputElement) => (row.element = element)}
                name="link"
                type="url"
                inputmode="url"
                dir="ltr"
                placeholder={SCHEME}
                label={m.application_link({ number: index() + 1 })}
                value={row.begun}
                error={errorOf(row)}
              />
            </div>
            <Button
              kind="quiet"
              icon
              class="mt-7"
              aria-label={m.application_link_remove({ number: index() + 1 })}
              onClick={() => remove(row)}
            >
              <RemoveIcon class="i" aria-hidden="true" />
            </Button>
          </div>
        )}
      </For>
      <Show when={rows().length < MOST_LINKS}>
        <div>
          <Button size="sm" onClick={() => setRows([...rows(), { begun: '' }])}>
            <PlusIcon class="i i--sm" aria-hidden="true" />
            {m.application_link_add()}
          </Button>
        </div>
      </Show>
    </fieldset>
  )
}
