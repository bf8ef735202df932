import { createEffect, createSignal, For, onCleanup, Show, untrack } from 'solid-js'
import type { Answer } from '../lib/api'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { whole, type Crop } from './crop'
import { CropStage } from './CropStage'
import { drawCrop, squares } from './encode'
import { Upload } from './Upload'
import { createUpload } from './uploading'

type Chosen = Answer<'/api/files/picture/', 'post'>

/** Crops a picture, makes its three widths here and sends them. */
export function PictureEditor(props: { name: string; bitmap: ImageBitmap; onDone: () => void; onClose: () => void }) {
  const bitmap = untrack(() => props.bitmap)
  const [crop, setCrop] = createSignal<Crop>(whole(bitmap))
  const upload = createUpload<Chosen>('/api/files/picture/', () => props.onDone())
  const use = async () => upload.start(props.name, await squares(bitmap, crop()))
  onCleanup(() => bitmap.close())
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={m.picture_editor_title()}
      foot={
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.act_cancel()}</Button>
          <Button kind="primary" busy={upload.busy()} disabled={upload.busy()} onClick={() => void use()}>
            {m.picture_use()}
          </Button>
        </div>
      }
    >
      <CropStage bitmap={bitmap} crop={crop()} onCrop={setCrop} />
      <Previews bitmap={bitmap} crop={crop()} />
      <Show when={upload.sending()}>
        <Upload of={upload} field="w512" />
      </Show>
    </Dialog>
  )
}

const PREVIEWS = ['xl', 'sm'] as const

/** As it will stand on a page and in a list. */
function Previews(props: { bitmap: ImageBitmap; crop: Crop }) {
  return (
    <div class="row" role="img" aria-label={m.picture_preview()}>
      <For each={PREVIEWS}>
        {(size) => {
          let canvas!: HTMLCanvasElement
          createEffect(() => drawCrop(canvas, props.bitmap, props.crop))
          return (
            <span class={`avatar avatar--${size}`}>
              <canvas ref={canvas} class="crop__preview" width="160" height="160" />
            </span>
          )
        }}
      </For>
      <span class="t-sm t-2" aria-hidden="true">
        {m.picture_preview()}
      </span>
    </div>
  )
}
