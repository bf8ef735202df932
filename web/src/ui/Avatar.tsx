import { createSignal, Show } from 'solid-js'
import { widthsOf } from './pictures'
import { initialsOf, tintOf } from './tint'

type AvatarProps = {
  name: string
  picture: string | null
  size?: 'xs' | 'sm' | 'lg' | 'xl' | '2xl'
  live?: boolean
  /** Set where the name does not stand beside the picture. */
  alt?: string
  eager?: boolean
}

/** Sides in pixels of the page, by which the browser chooses among the widths. */
const SIDES = { xs: 24, sm: 32, md: 40, lg: 56, xl: 80, '2xl': 136 }

/**
 * A portrait on its tint; initials where there is no picture or it does not load. They are drawn and not text, because a
 * button's name would have to hold them.
 */
export function Avatar(props: AvatarProps) {
  const [broken, setBroken] = createSignal<string>()
  const picture = () => (props.picture !== broken() ? props.picture : null)
  return (
    <span
      class={`avatar tint-${tintOf(props.name)}`}
      classList={{ [`avatar--${props.size}`]: props.size !== undefined }}
      data-live={props.live ? '' : undefined}
    >
      <Show
        when={picture()}
        fallback={
          <span
            role={props.alt ? 'img' : undefined}
            aria-label={props.alt}
            aria-hidden={props.alt ? undefined : 'true'}
            data-initials={initialsOf(props.name)}
          />
        }
      >
        {(source) => (
          <img
            src={source()}
            srcset={widthsOf(source())}
            sizes={widthsOf(source()) && `${SIDES[props.size ?? 'md']}px`}
            alt={props.alt ?? ''}
            width="256"
            height="256"
            loading={props.eager ? 'eager' : 'lazy'}
            onError={() => setBroken(source())}
          />
        )}
      </Show>
    </span>
  )
}
