import '../files/files.css'
import { createSignal, createUniqueId, Show } from 'solid-js'
import ImageIcon from '~icons/lucide/image'
import type { CoverState } from '../../../worker/contract/events.constants'
import { ChooseFile } from '../files/ChooseFile'
import { DropArea } from '../files/DropArea'
import { forPortfolio, readPicture } from '../files/encode'
import { Upload } from '../files/Upload'
import { createUpload } from '../files/uploading'
import { m } from '../lib/messages'
import type { Answer } from '../lib/api'
import { Button } from '../ui/Button'
import { FieldNotes } from '../ui/Field'
import { Note } from '../ui/Note'

type CoverProps = {
  value: string
  state: CoverState | undefined
  error?: string | undefined
  onChoose: (address: string) => void
}

/** The picture above an event: chosen, seen as it will stand there, taken away. */
export function CoverField(props: CoverProps) {
  const id = createUniqueId()
  const [unread, setUnread] = createSignal(false)
  const upload = createUpload<Answer<'/api/files/cover/', 'post'>>('/api/files/cover/', ({ url }) =>
    props.onChoose(url),
  )
  async function send(file: File): Promise<void> {
    const bitmap = await readPicture(file)
    setUnread(!bitmap)
    if (!bitmap) return upload.dismiss()
    const form = new FormData()
    form.append('file', await forPortfolio(bitmap), file.name)
    bitmap.close()
    upload.start(file.name, form)
  }
  return (
    <div class="field" role="group" aria-labelledby={`${id}-label`}>
      <span class="field__label" id={`${id}-label`}>
        {m.events_cover()}
      </span>
      <DropArea onDrop={(file) => void send(file)}>
        <Show when={props.value}>
          <img class="ev__cover" src={props.value} alt={m.events_cover_alt()} width="1200" height="600" />
        </Show>
        <Show when={!props.value && props.state === 'copying'}>
          <p class="t-sm t-2">{m.events_cover_copying()}</p>
        </Show>
        <Upload of={upload} />
        <Show when={unread()}>
          <Note kind="danger">{m.events_cover_unread()}</Note>
        </Show>
        <div class="row row--2 row--wrap">
          <ChooseFile accept="image/*" kind="soft" disabled={upload.busy()} onChoose={(file) => void send(file)}>
            <ImageIcon class="i" aria-hidden="true" />
            {props.value ? m.events_cover_other() : m.events_cover_choose()}
          </ChooseFile>
          <Show when={props.value}>
            <Button kind="quiet" aria-label={m.events_cover_remove()} onClick={() => props.onChoose('')}>
              {m.act_remove()}
            </Button>
          </Show>
        </div>
      </DropArea>
      <FieldNotes id={id} error={props.error} hint={m.events_cover_hint()} />
    </div>
  )
}
