import type { FileType, PictureWidth } from '../contract/files.constants'
import { fail } from '../lib/failure'
import { checkPdf, looksLikePdf } from './pdf.rules'
import { cleanPicture } from './pictures.rules'
import { REFUSALS, type Refusal } from './refusals'

/** A file as it may be kept: a picture made anew from its known parts, or a PDF that was found plain. */
export interface Taken {
  type: FileType
  bytes: Uint8Array<ArrayBuffer>
  width: number | null
  height: number | null
}

const orRefuse = <T extends object>(field: string, found: T | Refusal): T =>
  typeof found === 'string' ? fail('invalid_input', { errors: { [field]: [REFUSALS[found]] } }) : found

export const takePicture = (field: string, bytes: Uint8Array): Taken => orRefuse(field, cleanPicture(bytes))

export function takeSquare(field: string, bytes: Uint8Array, side: PictureWidth): Taken {
  const taken = takePicture(field, bytes)
  if (taken.width !== side || taken.height !== side)
    fail('invalid_input', { errors: { [field]: [`This picture must be ${side} by ${side} pixels.`] } })
  return taken
}

export const takePdf = (field: string, bytes: Uint8Array): Taken => ({
  type: 'application/pdf',
  bytes: orRefuse(field, checkPdf(bytes)),
  width: null,
  height: null,
})

export function takeEvidence(field: string, bytes: Uint8Array): Taken {
  if (looksLikePdf(bytes)) return takePdf(field, bytes)
  const found = cleanPicture(bytes)
  return orRefuse(field, found === 'not_a_picture' ? 'not_evidence' : found)
}
