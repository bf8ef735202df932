import { For, Show } from 'solid-js'
import type { Post } from './community.queries'

/** Up to four pictures, each in its place before it is loaded; one opens it whole. */
export const Pictures = (props: { pictures: Post['pictures'] }) => (
  <Show when={props.pictures.length > 0}>
    <div class="post__pictures" data-count={props.pictures.length}>
      <For each={props.pictures}>
        {(picture) => (
          <a href={picture.url} target="_blank" rel="noopener">
            <img
              src={picture.url}
              alt={picture.alt}
              width={picture.width ?? undefined}
              height={picture.height ?? undefined}
              loading="lazy"
            />
          </a>
        )}
      </For>
    </div>
  </Show>
)
