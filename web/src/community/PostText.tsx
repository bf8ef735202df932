import { A } from '@solidjs/router'
import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { CodeBlock } from '../chat/CodeBlock'
import { PieceView } from '../chat/RichText'
import { documentOf, type Part, type PostBlock } from './document'

type Named = { display_id: string; name: string }
type Props = { text: string; mentions?: readonly Named[] }

/** A post or comment as its author marked it up; people it names are shown by the name they have now. */
export const PostText = (props: Props) => <Blocks blocks={documentOf(props.text)} mentions={props.mentions ?? []} />

type Inner = { mentions: readonly Named[] }

const Blocks = (props: Inner & { blocks: PostBlock[] }): JSX.Element => (
  <For each={props.blocks}>{(block) => viewOf(block, props.mentions)}</For>
)

/** Below the heading of the page and that of the post. */
const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5' } as const

type Views = {
  [K in PostBlock['kind']]: (block: Extract<PostBlock, { kind: K }>, mentions: readonly Named[]) => JSX.Element
}

const VIEWS: Views = {
  code: (block) => <CodeBlock text={block.text} language={block.language} />,
  heading: (block, mentions) => (
    <Dynamic component={HEADINGS[block.level]} class="t-strong">
      <Parts parts={block.parts} mentions={mentions} />
    </Dynamic>
  ),
  quote: (block, mentions) => (
    <blockquote>
      <Blocks blocks={block.blocks} mentions={mentions} />
    </blockquote>
  ),
  list: (block, mentions) => (
    <Dynamic component={block.ordered ? 'ol' : 'ul'} start={block.ordered ? block.start : undefined}>
      <For each={block.items}>
        {(item) => (
          <li>
            <Blocks blocks={item} mentions={mentions} />
          </li>
        )}
      </For>
    </Dynamic>
  ),
  paragraph: (block, mentions) => (
    <p>
      <For each={block.lines}>
        {(line, at) => (
          <>
            <Show when={at() > 0}>
              <br />
            </Show>
            <Parts parts={line} mentions={mentions} />
          </>
        )}
      </For>
    </p>
  ),
}

const viewOf = <K extends PostBlock['kind']>(block: Extract<PostBlock, { kind: K }>, mentions: readonly Named[]) =>
  (VIEWS[block.kind] as Views[K])(block, mentions)

const Parts = (props: Inner & { parts: Part[] }) => (
  <For each={props.parts}>{(part) => <PartView part={part} mentions={props.mentions} />}</For>
)

function PartView(props: Inner & { part: Part }) {
  const named = () => {
    const { part } = props
    return part.kind === 'mention' ? props.mentions.find(({ display_id }) => display_id === part.display_id) : undefined
  }
  return (
    <Switch fallback={<PieceView piece={props.part as Exclude<Part, { kind: 'mention' }>} />}>
      <Match when={named()}>
        {(person) => (
          <A class="link" href={`/community/people/${person().display_id}`}>
            @<bdi>{person().name}</bdi>
          </A>
        )}
      </Match>
      <Match when={props.part.kind === 'mention'}>{props.part.text}</Match>
    </Switch>
  )
}
