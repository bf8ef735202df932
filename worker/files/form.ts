import { FILE_BYTES_MOST } from '../contract/files.constants'
import { fail } from '../lib/failure'
import { REFUSALS } from './refusals'

export interface SentFile {
  name: string
  bytes: Uint8Array
}
interface Sent {
  files: Record<string, SentFile>
  texts: Record<string, string>
}

/** The named parts of a multipart form and nothing else. */
export async function readForm(
  request: Request,
  named: { files: readonly string[]; needed: string; texts?: readonly string[] },
): Promise<Sent> {
  const form = await formOf(request)
  const sent: Sent = { files: {}, texts: {} }
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name)
    const [value] = values
    if (values.length > 1) fail('invalid_input', { errors: { [name]: ['Only one is taken'] } })
    if (named.files.includes(name)) sent.files[name] = await fileIn(name, value)
    else if (named.texts?.includes(name) && typeof value === 'string') sent.texts[name] = value
    else fail('invalid_input', { errors: { [name]: ['Unknown field'] } })
  }
  if (!sent.files[named.needed]) fail('invalid_input', { errors: { [named.needed]: ['Choose a file'] } })
  return sent
}

async function formOf(request: Request): Promise<FormData> {
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) fail('unsupported_media_type')
  try {
    return await request.formData()
  } catch {
    return fail('invalid_input', { errors: { body: ['The form is damaged or cut off'] } })
  }
}

async function fileIn(name: string, value: string | File | null | undefined): Promise<SentFile> {
  if (!(value instanceof File)) fail('invalid_input', { errors: { [name]: ['Choose a file'] } })
  if (value.size > FILE_BYTES_MOST) fail('body_too_large', { detail: 'A file may have 10 MB at most.' })
  if (value.size === 0) fail('invalid_input', { errors: { [name]: [REFUSALS.empty] } })
  return { name: asTyped(value.name), bytes: new Uint8Array(await value.arrayBuffer()) }
}

/** Browsers write these three as escapes (WHATWG, multipart/form-data), which the runtime leaves in place. */
const asTyped = (name: string): string =>
  name.replace(/%(22|0[AD])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
