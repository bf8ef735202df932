import { Show } from 'solid-js'
import { Avatar } from '../ui/Avatar'
import type { Entry } from './entries'

export const optionId = ({ id }: Entry): string => `palette-${id.replaceAll('/', '-')}`

/** A real link where it leads somewhere, so that it opens in a tab of its own too. */
export function Option(props: { entry: Entry; chosen: boolean; onTake: () => void }) {
  const own = () => ({
    id: optionId(props.entry),
    role: 'option' as const,
    tabindex: '-1' as const,
    class: 'palette__item',
    'aria-selected': props.chosen,
  })
  return (
    <Show
      when={props.entry.href}
      fallback={
        <button type="button" {...own()} onClick={() => props.onTake()}>
          <Inside entry={props.entry} />
        </button>
      }
    >
      {(href) => (
        <a
          {...own()}
          href={href()}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            props.onTake()
          }}
        >
          <Inside entry={props.entry} />
        </a>
      )}
    </Show>
  )
}

function Inside(props: { entry: Entry }) {
  return (
    <>
      <Show
        when={props.entry.picture !== undefined}
        fallback={props.entry.icon?.({ class: 'i', 'aria-hidden': 'true' })}
      >
        <Avatar name={props.entry.title} picture={props.entry.picture ?? null} size="sm" eager />
      </Show>
      <span class="grow ellipsis">
        <bdi>{props.entry.title}</bdi>
        <Show when={props.entry.detail}>
          {(detail) => (
            <>
              {' '}
              <span class="t-3">
                <bdi>{detail()}</bdi>
              </span>
            </>
          )}
        </Show>
      </span>
    </>
  )
}
