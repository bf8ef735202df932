import { createEffect, For, Show } from 'solid-js'
import CloseIcon from '~icons/lucide/x'
import ImageIcon from '~icons/lucide/image-plus'
import { ALT_GRAPHEMES_MOST, POST_PICTURES_MOST } from '../../../worker/contract/community.constants'
import { ChooseFile } from '../files/ChooseFile'
import { Upload } from '../files/Upload'
import { createUpload } from '../files/uploading'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import type { Picture } from './draft'

type Props = {
  pictures: readonly Picture[]
  onChange: (pictures: Picture[]) => void
  onBusy: (busy: boolean) => void
  error?: string | undefined
}

/** Pictures, each with words for who does not see it. */
export function PictureFields(props: Props) {
  const upload = createUpload<{ id: string; url: string }>('/api/files/post/', ({ id, url }) =>
    props.onChange([...props.pictures, { file_id: id, url, alt: '' }]),
  )
  createEffect(() => props.onBusy(upload.busy()))
  function send(file: File): void {
    const form = new FormData()
    form.append('file', file)
    upload.start(file.name, form)
  }
  const describe = (file_id: string, alt: string) =>
    props.onChange(props.pictures.map((one) => (one.file_id === file_id ? { ...one, alt } : one)))
  return (
    <div class="stack stack--2">
      <For each={props.pictures.map(({ file_id }) => file_id)}>
        {(file_id) => {
          const picture = () => props.pictures.find((one) => one.file_id === file_id)!
          return (
            <div class="row row--top">
              <img class="write__picture" src={picture().url} alt="" />
              <div class="grow">
                <TextField
                  label={m.write_alt()}
                  maxlength={ALT_GRAPHEMES_MOST}
                  value={picture().alt}
                  onInput={(event) => describe(file_id, event.currentTarget.value)}
                />
              </div>
              <Button
                kind="quiet"
                icon
                size="sm"
                aria-label={m.write_picture_remove()}
                onClick={() => props.onChange(props.pictures.filter((one) => one.file_id !== file_id))}
              >
                <CloseIcon class="i" aria-hidden="true" />
              </Button>
            </div>
          )
        }}
      </For>
      <Upload of={upload} />
      <Show when={props.error}>
        <p class="field__error">{props.error}</p>
      </Show>
      <div>
        <ChooseFile
          accept="image/jpeg,image/png,image/webp"
          kind="soft"
          disabled={upload.busy() || props.pictures.length >= POST_PICTURES_MOST}
          onChoose={send}
        >
          <ImageIcon class="i" aria-hidden="true" />
          {m.write_picture({ count: POST_PICTURES_MOST })}
        </ChooseFile>
      </div>
    </div>
  )
}
