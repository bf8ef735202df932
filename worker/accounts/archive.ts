import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file inside an archive. What is compressed already is only stored. */
export interface Entry {
  path: string
  bytes: Uint8Array
  compressed?: boolean
}

/** R2 takes parts of one size, the last one may be smaller. */
const PART = 5 * 1024 * 1024

/** Writes a ZIP into the bucket while its entries come, so that neither it nor all of them are ever in memory at once. Answers its size. */
export async function writeArchive(
  bucket: R2Bucket,
  key: string,
  entries: AsyncIterable<Entry>,
  made_at: Date,
): Promise<number> {
  const upload = await bucket.createMultipartUpload(key, { httpMetadata: { contentType: 'application/zip' } })
  try {
    const parts: R2UploadedPart[] = []
    const written = new Chunks()
    let size = 0
    const zip = zipInto(written)
    const send = async (bytes: Uint8Array) => {
      size += bytes.length
      parts.push(await upload.uploadPart(parts.length + 1, bytes))
    }
    for await (const entry of entries) {
      add(zip, entry, made_at)
      while (written.length >= PART) await send(written.take(PART))
    }
    zip.end()
    while (written.length > 0) await send(written.take(PART))
    await upload.complete(parts)
    return size
  } catch (error) {
    await upload.abort()
    throw error
  }
}

const zipInto = (written: Chunks): Zip =>
  new Zip((error, chunk) => {
    if (error) throw error
    written.push(chunk)
  })

function add(zip: Zip, { path, bytes, compressed }: Entry, mtime: Date): void {
  const file = compressed ? new ZipPassThrough(path) : new ZipDeflate(path)
  file.mtime = mtime
  zip.add(file)
  file.push(bytes, true)
}

/** Bytes that came in pieces and leave in pieces of another size. */
class Chunks {
  length = 0
  private readonly waiting: Uint8Array[] = []

  push(chunk: Uint8Array): void {
    this.waiting.push(chunk)
    this.length += chunk.length
  }

  take(most: number): Uint8Array {
    const taken = new Uint8Array(Math.min(most, this.length))
    for (let at = 0; at < taken.length;) {
      const chunk = this.waiting.shift() as Uint8Array
      const fits = chunk.subarray(0, taken.length - at)
      taken.set(fits, at)
      at += fits.length
      if (fits.length < chunk.length) this.waiting.unshift(chunk.subarray(fits.length))
    }
    this.length -= taken.length
    return taken
  }
}
