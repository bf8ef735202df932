import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { PORTFOLIO_MOST } from '../../../worker/contract/files.constants'
import { Section } from '../accounts/Section'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { Note } from '../ui/Note'
import { toast } from '../ui/Toast'
import { AskToRemove } from './AskToRemove'
import { ChooseFile } from './ChooseFile'
import { DropArea } from './DropArea'
import { readPicture } from './encode'
import { filesQuery, removeFile, type File as Kept } from './files.calls'
import './files.css'
import { PortfolioDialog } from './PortfolioDialog'

/** Pictures of one's work, each with what it shows. */
export function PortfolioSection() {
  const client = useQueryClient()
  const files = useQuery(() => filesQuery('portfolio'))
  const again = () => client.invalidateQueries({ queryKey: filesQuery('portfolio').queryKey })
  const [chosen, setChosen] = createSignal<{ name: string; bitmap: ImageBitmap }>()
  const [unreadable, setUnreadable] = createSignal(false)
  const [asking, setAsking] = createSignal<Kept>()

  async function choose(file: File): Promise<void> {
    const bitmap = await readPicture(file)
    setUnreadable(!bitmap)
    setChosen(bitmap && { name: file.name, bitmap })
  }
  async function added(): Promise<void> {
    setChosen(undefined)
    await again()
    toast(m.portfolio_saved())
  }

  return (
    <Section id="portfolio" title={m.portfolio_title()} words={m.portfolio_words()}>
      <Loaded query={files} loading={<SkeletonRows count={2} />}>
        {(page) => (
          <DropArea onDrop={(file) => page().items.length < PORTFOLIO_MOST && void choose(file)}>
            <Show when={page().items.length > 0} fallback={<Nothing />}>
              <ul class="portfolio">
                <For each={page().items}>{(file) => <Work file={file} onRemove={() => setAsking(file)} />}</For>
              </ul>
            </Show>
            <Show when={unreadable()}>
              <Note kind="danger">{m.picture_unreadable()}</Note>
            </Show>
            <Add count={page().items.length} onChoose={(file) => void choose(file)} />
          </DropArea>
        )}
      </Loaded>
      <Show when={chosen()}>
        {(one) => <PortfolioDialog {...one()} onDone={() => void added()} onClose={() => setChosen(undefined)} />}
      </Show>
      <Show when={asking()}>
        {(file) => (
          <AskToRemove
            title={m.portfolio_remove_question()}
            words={m.portfolio_remove_words()}
            act={() => removeFile(file().id).then(again)}
            onClose={() => setAsking(undefined)}
          />
        )}
      </Show>
    </Section>
  )
}

const Nothing = () => (
  <div class="stack stack--1">
    <p class="t-strong">{m.portfolio_none()}</p>
    <p class="t-2">{m.portfolio_none_words()}</p>
  </div>
)

function Add(props: { count: number; onChoose: (file: File) => void }) {
  return (
    <Show
      when={props.count < PORTFOLIO_MOST}
      fallback={<p class="t-sm t-2">{m.portfolio_full({ most: PORTFOLIO_MOST })}</p>}
    >
      <div class="row row--wrap">
        <ChooseFile accept="image/*" kind="soft" onChoose={props.onChoose}>
          {m.portfolio_add()}
        </ChooseFile>
        <span class="t-sm t-2 drop__words">{m.files_drop()}</span>
        <span class="t-sm t-2 num ms-auto">{m.portfolio_count({ count: props.count, most: PORTFOLIO_MOST })}</span>
      </div>
    </Show>
  )
}

function Work(props: { file: Kept; onRemove: () => void }) {
  const said = () => props.file.caption ?? props.file.name
  return (
    <li>
      <figure class="portfolio__work">
        <img
          src={props.file.url}
          alt={said()}
          width={props.file.width ?? undefined}
          height={props.file.height ?? undefined}
          loading="lazy"
        />
        <figcaption class="row">
          <span class="grow t-sm ellipsis">
            <bdi>{said()}</bdi>
          </span>
          <Button
            kind="quiet"
            size="sm"
            aria-label={m.portfolio_remove({ name: said() })}
            onClick={() => props.onRemove()}
          >
            {m.act_remove()}
          </Button>
        </figcaption>
      </figure>
    </li>
  )
}
