import { onCleanup, onMount, Show, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { forPortfolio } from './encode'
import { fieldError } from '../lib/problem'
import type { File as Kept } from './files.calls'
import { Upload } from './Upload'
import { createUpload } from './uploading'

type Props = { name: string; bitmap: ImageBitmap; onDone: () => void; onClose: () => void }

/** A picture of work before it is sent: looked at, and said what it shows. */
export function PortfolioDialog(props: Props) {
  let canvas!: HTMLCanvasElement
  const bitmap = untrack(() => props.bitmap)
  const upload = createUpload<Kept>('/api/files/portfolio/', () => props.onDone())
  const ownError = () => fieldError(upload.sending()?.error, 'caption')
  onMount(() => canvas.getContext('2d')!.drawImage(bitmap, 0, 0))
  onCleanup(() => bitmap.close())

  async function send(event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    form.append('file', await forPortfolio(bitmap), props.name)
    upload.start(props.name, form)
  }

  return (
    <Dialog open onClose={props.onClose} title={m.portfolio_add_title()}>
      <form class="stack" onSubmit={(event) => void send(event)}>
        <canvas ref={canvas} class="portfolio__look" width={bitmap.width} height={bitmap.height} aria-hidden="true" />
        <TextField
          name="caption"
          label={m.portfolio_caption()}
          hint={m.portfolio_caption_hint()}
          maxlength="140"
          error={ownError()}
        />
        <Show when={!ownError()}>
          <Upload of={upload} />
        </Show>
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.act_cancel()}</Button>
          <Button kind="primary" type="submit" busy={upload.busy()} disabled={upload.busy()}>
            {m.portfolio_add()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
