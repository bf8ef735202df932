import { For, Match, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { CodeBlock } from './CodeBlock'
import { blocksOf, type Piece } from './markdown'

/** A message as its author marked it up; whatever is no mark is text. */
export const RichText = (props: { text: string }) => (
  <For each={blocksOf(props.text)}>
    {(block) =>
      block.kind === 'code' ? (
        <CodeBlock text={block.text} language={block.language} />
      ) : (
        <Dynamic component={block.kind === 'quote' ? 'blockquote' : 'span'}>
          <For each={block.pieces}>{(piece) => <PieceView piece={piece} />}</For>
        </Dynamic>
      )
    }
  </For>
)

export const PieceView = (props: { piece: Piece }) => (
  <Switch fallback={props.piece.text}>
    <Match when={props.piece.kind === 'strong'}>
      <strong>{props.piece.text}</strong>
    </Match>
    <Match when={props.piece.kind === 'em'}>
      <em>{props.piece.text}</em>
    </Match>
    <Match when={props.piece.kind === 'code'}>
      <code dir="ltr">{props.piece.text}</code>
    </Match>
    <Match when={props.piece.kind === 'link' && props.piece}>
      {(link) => (
        <a class="link" href={link().href} target="_blank" rel="noopener noreferrer nofollow">
          {link().text}
        </a>
      )}
    </Match>
  </Switch>
)
