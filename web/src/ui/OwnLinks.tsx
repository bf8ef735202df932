import { For, Show } from 'solid-js'
import LinkIcon from '~icons/lucide/link'

type Linked = Record<'portfolio_url' | 'linkedin_url' | 'github_url', string | null>

/** The addresses that a person gives of themselves, by their hosts. */
export function OwnLinks(props: { of: Linked }) {
  const links = () =>
    [props.of.portfolio_url, props.of.linkedin_url, props.of.github_url].filter((link) => link !== null)
  return (
    <Show when={links().length > 0}>
      <ul class="facts t-sm">
        <For each={links()}>
          {(link) => (
            <li>
              <LinkIcon class="i i--sm" aria-hidden="true" />
              <a class="link" href={link} target="_blank" rel="noopener noreferrer nofollow ugc">
                {new URL(link).hostname.replace(/^www\./, '')}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
