import ClipIcon from '~icons/lucide/paperclip'
import { FILE_TYPES } from '../../../worker/contract/files.constants'
import { TICKET_FILES_MOST } from '../../../worker/contract/support.constants'
import { Attached } from '../chat/Attached'
import { createAttaching, type Attaching } from '../chat/attaching'
import { ChooseFile } from '../files/ChooseFile'
import { m } from '../lib/messages'

export const createFiles = () => createAttaching('/api/files/support/', TICKET_FILES_MOST)

/** Pictures and PDFs that show what words cannot. */
export const TicketFiles = (props: { of: Attaching }) => (
  <div class="stack stack--2">
    <Attached of={props.of} />
    <div>
      <ChooseFile
        accept={FILE_TYPES.join()}
        disabled={props.of.isFull()}
        onChoose={(file) => props.of.add([file])}
        kind="soft"
      >
        <ClipIcon class="i" aria-hidden="true" />
        {m.support_attach({ count: TICKET_FILES_MOST })}
      </ChooseFile>
    </div>
  </div>
)
