import type { FileType } from '../contract/files.constants'
import type { Environment } from '../lib/environment'
import { objectOf, OBJECTS } from './files.rules'
import type { FileRow } from './files.data'

type Bucket = Pick<Environment, 'FILES'>

export interface NewObject {
  key: string
  type: FileType
  bytes: Uint8Array
}

/** `kept_at` is product time, which the sweep compares with; the bucket's own is the machine's. */
export async function storeObjects({ FILES }: Bucket, objects: NewObject[], now: Date): Promise<void> {
  await Promise.all(
    objects.map(({ key, type, bytes }) =>
      FILES.put(key, bytes, {
        httpMetadata: { contentType: type },
        customMetadata: { kept_at: String(now.getTime()) },
      }),
    ),
  )
}

/** R2 takes a thousand keys at once. */
export async function removeObjects({ FILES }: Bucket, keys: string[]): Promise<void> {
  for (let from = 0; from < keys.length; from += 1000) await FILES.delete(keys.slice(from, from + 1000))
}

/** Undefined where there is none; without a body where the caller's copy is still good. */
export async function objectAt({ FILES }: Bucket, key: string, onlyIf: Headers): Promise<R2Object | undefined> {
  return (await FILES.get(key, { onlyIf })) ?? undefined
}

/** The whole of a file, for downloads and exports. */
export const objectOfFile = (
  { FILES }: Bucket,
  file: Pick<FileRow, 'id' | 'kind' | 'key'>,
): Promise<R2ObjectBody | null> => FILES.get(objectOf(file))

/** One page of what lies in the bucket, each with the time it was kept at. */
export async function pageOfObjects({ FILES }: Bucket, cursor: string | undefined) {
  const page = await FILES.list({ prefix: OBJECTS, include: ['customMetadata'], limit: 500, ...(cursor && { cursor }) })
  const objects = page.objects.map(({ key, customMetadata }) => ({
    key,
    kept_at: Number(customMetadata?.kept_at ?? 0),
  }))
  return { objects, cursor: page.truncated ? page.cursor : undefined }
}
