import { createSignal, For, Show } from 'solid-js'
import { EVIDENCE_MOST, FILE_BYTES_MOST } from '../../../worker/contract/files.constants'
import { AskToRemove } from '../files/AskToRemove'
import { ChooseFile } from '../files/ChooseFile'
import { DropArea } from '../files/DropArea'
import { removeFile, type File as Kept } from '../files/files.calls'
import '../files/files.css'
import { fileSize } from '../files/size'
import { Upload } from '../files/Upload'
import { createUpload } from '../files/uploading'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Note, ProblemNote } from '../ui/Note'
import { changeApplication, type Application } from './application.queries'
import { EvidenceRow } from './EvidenceRow'

type Evidence = Application['evidence'][number]

/** Files that show what the words say; only the applicant and our staff can open them. */
export function EvidenceSection(props: { evidence: Evidence[]; onChange: (application: Application) => void }) {
  const [asking, setAsking] = createSignal<Evidence>()
  const [tooLarge, setTooLarge] = createSignal<number>()
  const [error, setError] = createSignal<unknown>()
  const ids = () => props.evidence.map(({ id }) => id)
  const name = async (evidence_file_ids: string[]) => props.onChange(await changeApplication({ evidence_file_ids }))
  const upload = createUpload<Kept>('/api/files/evidence/', (file) => {
    setError(undefined)
    name([...ids(), file.id]).catch(setError)
  })

  function send(file: File): void {
    const isTooLarge = file.size > FILE_BYTES_MOST
    setTooLarge(isTooLarge ? file.size : undefined)
    if (isTooLarge) return upload.dismiss()
    const form = new FormData()
    form.append('file', file)
    upload.start(file.name, form)
  }

  async function remove({ id }: Evidence): Promise<void> {
    await name(ids().filter((one) => one !== id))
    await removeFile(id)
  }

  return (
    <section class="stack stack--4" aria-labelledby="evidence">
      <div class="stack stack--1">
        <h2 id="evidence" class="t-big">
          {m.application_evidence()}
        </h2>
        <p class="t-2">{m.application_evidence_hint()}</p>
      </div>
      <DropArea onDrop={send}>
        <Show when={props.evidence.length > 0} fallback={<p class="t-2">{m.application_evidence_none()}</p>}>
          <For each={props.evidence}>
            {(file) => (
              <EvidenceRow
                file={file}
                act={
                  <Button
                    kind="quiet"
                    size="sm"
                    aria-label={m.application_evidence_remove({ name: file.name })}
                    onClick={() => setAsking(file)}
                  >
                    {m.act_remove()}
                  </Button>
                }
              />
            )}
          </For>
        </Show>
        <Upload of={upload} />
        <ProblemNote error={error()} />
        <Show when={tooLarge()}>
          {(size) => (
            <Note kind="danger">{m.files_too_large({ size: fileSize(size()), most: fileSize(FILE_BYTES_MOST) })}</Note>
          )}
        </Show>
        <Show when={props.evidence.length < EVIDENCE_MOST}>
          <div>
            <ChooseFile
              accept="application/pdf,.pdf,image/jpeg,image/png,image/webp"
              disabled={upload.busy()}
              onChoose={send}
            >
              {m.application_evidence_add()}
            </ChooseFile>
          </div>
        </Show>
      </DropArea>
      <Show when={asking()}>
        {(file) => (
          <AskToRemove
            title={m.application_evidence_remove_question()}
            words={m.application_evidence_remove_words()}
            act={() => remove(file())}
            onClose={() => setAsking(undefined)}
          />
        )}
      </Show>
    </section>
  )
}
