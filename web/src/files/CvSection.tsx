import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { FILE_BYTES_MOST } from '../../../worker/contract/files.constants'
import { Section } from '../accounts/Section'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useMyPlace } from '../lib/zones'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { Note } from '../ui/Note'
import { toast } from '../ui/Toast'
import { AskToRemove } from './AskToRemove'
import { ChooseFile } from './ChooseFile'
import { DropArea } from './DropArea'
import { filesQuery, removeFile, type File as Kept } from './files.calls'
import './files.css'
import { FileRow } from './FileRow'
import { fileSize } from './size'
import { Upload } from './Upload'
import { createUpload } from './uploading'

/** The one CV: added, replaced, downloaded and removed. */
export function CvSection() {
  const client = useQueryClient()
  const files = useQuery(() => filesQuery('cv'))
  const again = () =>
    Promise.all([['files'], ['completeness']].map((queryKey) => client.invalidateQueries({ queryKey })))
  const [tooLarge, setTooLarge] = createSignal<number>()
  const [asking, setAsking] = createSignal<Kept>()
  const upload = createUpload<Kept>('/api/files/cv/', (cv) => {
    client.setQueryData(filesQuery('cv').queryKey, { items: [cv], next_cursor: null })
    void again()
    toast(m.cv_saved())
  })

  function send(file: File): void {
    const isTooLarge = file.size > FILE_BYTES_MOST
    setTooLarge(isTooLarge ? file.size : undefined)
    if (isTooLarge) return upload.dismiss()
    const form = new FormData()
    form.append('file', file)
    upload.start(file.name, form)
  }

  return (
    <Section id="cv" title={m.cv_title()} words={m.cv_words()}>
      <Loaded query={files} loading={<SkeletonRows count={1} />}>
        {(page) => (
          <DropArea onDrop={send}>
            <Show when={page().items[0]} fallback={<p class="t-2">{m.cv_none()}</p>}>
              {(cv) => <OwnCv cv={cv()} onRemove={() => setAsking(cv())} />}
            </Show>
            <Upload of={upload} />
            <Show when={tooLarge()}>
              {(size) => (
                <Note kind="danger">
                  {m.files_too_large({ size: fileSize(size()), most: fileSize(FILE_BYTES_MOST) })}
                </Note>
              )}
            </Show>
            <div class="row row--wrap">
              <ChooseFile accept="application/pdf,.pdf" kind="soft" disabled={upload.busy()} onChoose={send}>
                {page().items.length > 0 ? m.cv_replace() : m.cv_choose()}
              </ChooseFile>
              <span class="t-sm t-2 drop__words">{m.files_drop()}</span>
            </div>
            <p class="t-sm t-2">{m.cv_kinds({ most: fileSize(FILE_BYTES_MOST) })}</p>
          </DropArea>
        )}
      </Loaded>
      <Show when={asking()}>
        {(cv) => (
          <AskToRemove
            title={m.cv_remove_question()}
            words={m.cv_remove_words()}
            act={() => removeFile(cv().id).then(again)}
            onClose={() => setAsking(undefined)}
          />
        )}
      </Show>
    </Section>
  )
}

function OwnCv(props: { cv: Kept; onRemove: () => void }) {
  const place = useMyPlace()
  return (
    <FileRow
      file={props.cv}
      words={m.cv_meta({ size: fileSize(props.cv.size), day: place()?.day(props.cv.created_at) ?? '' })}
      act={
        <Button kind="quiet" size="sm" onClick={() => props.onRemove()}>
          {m.act_remove()}
        </Button>
      }
    />
  )
}
