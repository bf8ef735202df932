import { For, Match, Switch } from 'solid-js'
import { blocksOf, type Piece } from './markdown'

/** A message as its author marked it up; whatever is no mark is text. */
export const RichText = (props: { text: string }) => (
  <For each={blocksOf(props.text)}>
    {(block) =>
      block.kind === 'code' ? (
        // A block of code is wider than a phone, and must be reachable to be moved by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre class="said__code" dir="ltr" tabindex="0">
          <code>{block.text}</code>
        </pre>
      ) : (
        <span>
          <For each={block.pieces}>{(piece) => <PieceView piece={piece} />}</For>
        </span>
      )
    }
  </For>
)

const PieceView = (props: { piece: Piece }) => (
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
