import { createSignal } from 'solid-js'
import type { Attachment } from '../../../worker/contract/chat'
import { createUpload } from '../files/uploading'

/** Files that go with the next message, one on its way at a time: `path` takes them, `most` go together. */
export function createAttaching(path: string, most: number) {
  const [files, setFiles] = createSignal<Attachment[]>([])
  const [queue, setQueue] = createSignal<File[]>([])
  const upload = createUpload<Attachment>(path, (file) => {
    setFiles((known) => [...known, file])
    next()
  })

  function next(): void {
    const [file, ...rest] = queue()
    if (!file) return
    setQueue(rest)
    const form = new FormData()
    form.append('file', file)
    upload.start(file.name, form)
  }
  const room = () => most - files().length - queue().length - (upload.sending() ? 1 : 0)
  return {
    files,
    upload,
    isBusy: () => upload.busy() || queue().length > 0,
    isFull: () => room() <= 0,
    add(chosen: Iterable<File>): void {
      setQueue((waiting) => [...waiting, ...[...chosen].slice(0, Math.max(0, room()))])
      if (!upload.busy()) next()
    },
    leaveOut: (id: string) => setFiles((known) => known.filter(({ file_id }) => file_id !== id)),
    taken(): Attachment[] {
      const taken = files()
      setFiles([])
      upload.dismiss()
      return taken
    },
  }
}
export type Attaching = ReturnType<typeof createAttaching>
