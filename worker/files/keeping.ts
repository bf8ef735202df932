import type { FileKind, FileType } from '../contract/files.constants'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { hex, newId } from '../lib/ids'
import type { Database, Statement } from '../lib/database'
import type { Environment } from '../lib/environment'
import { removeObjects, storeObjects, type NewObject } from './bucket'
import { hasRoom, keepFile, type FileRow, type NewFile, type Usage } from './files.data'
import { keyFor, nameOf } from './files.rules'

/** What was read, cleaned and is about to be kept: `parts` are its objects, by what follows the key. */
export interface Cleaned {
  kind: FileKind
  name: string
  type: FileType
  width: number | null
  height: number | null
  caption: string | null
  parts: { suffix: string; type: FileType; bytes: Uint8Array<ArrayBuffer> }[]
}

/** A call that sends a file, with what the caller keeps already. */
export interface Uploading {
  env: Environment
  executionCtx: Pick<ExecutionContext, 'waitUntil'>
  var: { db: Database; now: Date; account: { id: string }; facts: { usage: Usage } }
}

const sha256 = async (bytes: BufferSource): Promise<string> => hex(await crypto.subtle.digest('SHA-256', bytes))
const noRoom = (): never =>
  fail('storage_full', { detail: 'There is no room for this file. Remove one that you no longer need.' })

/** Objects first, then the row: what a crash leaves between them is an object without a row, which the sweep takes. */
export async function keepUpload(
  c: Uploading,
  cleaned: Cleaned,
  also: (file: NewFile) => Statement[] = () => [],
): Promise<FileRow> {
  const { db, now, facts } = c.var
  const file = await fileFrom(cleaned, c.var.account.id, now)
  if (!hasRoom(facts.usage, file.kind, file.size)) noRoom()
  const objects: NewObject[] = cleaned.parts.map(({ suffix, ...part }) => ({ ...part, key: `${file.key}${suffix}` }))
  await storeObjects(c.env, objects, now)
  const keeping = keepFile(db, file)
  const results = await write(db, [...keeping, ...also(file)])
  const [kept] = results[keeping.length - 1] as FileRow[]
  const stored = objects.map(({ key }) => key)
  if (kept?.id !== file.id) c.executionCtx.waitUntil(removeObjects(c.env, stored))
  return kept ?? noRoom()
}

async function fileFrom({ parts, name, ...cleaned }: Cleaned, owner_account_id: string, now: Date): Promise<NewFile> {
  const id = newId(now)
  const hashes = await Promise.all(parts.map(({ bytes }) => sha256(bytes)))
  const text = new TextEncoder()
  const hash = await sha256(text.encode(hashes.join()))
  return {
    ...cleaned,
    id,
    owner_account_id,
    name: nameOf(name, cleaned.kind, cleaned.type),
    hash,
    // Hashed with the row's id: nobody who has a picture can find out from it whether somebody keeps it here.
    key: keyFor(cleaned.kind, id, await sha256(text.encode(`${id} ${hash}`))),
    size: parts.reduce((sum, { bytes }) => sum + bytes.length, 0),
    created_at: now,
  }
}
