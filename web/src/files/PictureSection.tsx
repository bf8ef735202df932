import { createSignal, Show } from 'solid-js'
import { Section } from '../accounts/Section'
import { m } from '../lib/messages'
import { useSession, type Me } from '../lib/session'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import { Note } from '../ui/Note'
import { toast } from '../ui/Toast'
import { AskToRemove } from './AskToRemove'
import { ChooseFile } from './ChooseFile'
import { DropArea } from './DropArea'
import { readPicture } from './encode'
import { removePicture } from './files.calls'
import './files.css'
import { PictureEditor } from './PictureEditor'

const ACCEPT = 'image/jpeg,image/png,image/webp,image/*'

/** The picture beside one's name: chosen, dropped or taken, cropped here, and gone again where one wants. */
export function PictureSection(props: { me: Me }) {
  const session = useSession()
  const [chosen, setChosen] = createSignal<{ name: string; bitmap: ImageBitmap }>()
  const [unreadable, setUnreadable] = createSignal<string>()
  const [asking, setAsking] = createSignal(false)

  async function choose(file: File): Promise<void> {
    const bitmap = await readPicture(file)
    setUnreadable(bitmap ? undefined : file.name)
    setChosen(bitmap && { name: file.name, bitmap })
  }
  async function saved(): Promise<void> {
    setChosen(undefined)
    await session.refresh()
    toast(m.picture_saved())
  }

  return (
    <Section id="picture" title={m.picture_title()} words={m.picture_words()}>
      <DropArea onDrop={(file) => void choose(file)}>
        <div class="picture">
          <Avatar name={props.me.name} picture={props.me.picture_url} size="2xl" alt={m.picture_title()} eager />
          <div class="stack stack--3">
            <div class="row row--wrap">
              <ChooseFile accept={ACCEPT} kind="primary" onChoose={(file) => void choose(file)}>
                {props.me.picture_url ? m.picture_change() : m.picture_choose()}
              </ChooseFile>
              <ChooseFile accept="image/*" camera class="picture__camera" onChoose={(file) => void choose(file)}>
                {m.picture_camera()}
              </ChooseFile>
              <Show when={props.me.picture_url}>
                <Button kind="quiet" onClick={() => setAsking(true)}>
                  {m.picture_remove()}
                </Button>
              </Show>
            </div>
            <p class="t-sm t-2">{m.picture_kinds()}</p>
          </div>
        </div>
        <Show when={unreadable()}>
          {(name) => (
            <Note kind="danger">
              <span class="t-strong block ellipsis">
                <bdi>{name()}</bdi>
              </span>
              {m.picture_unreadable()}
            </Note>
          )}
        </Show>
      </DropArea>
      <Show when={chosen()}>
        {(one) => (
          <PictureEditor
            name={one().name}
            bitmap={one().bitmap}
            onDone={() => void saved()}
            onClose={() => setChosen(undefined)}
          />
        )}
      </Show>
      <Show when={asking()}>
        <AskToRemove
          title={m.picture_remove_question()}
          words={m.picture_remove_words()}
          act={() => removePicture().then(session.refresh)}
          onClose={() => setAsking(false)}
        />
      </Show>
    </Section>
  )
}
