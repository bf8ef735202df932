import { cleanJpeg } from './jpeg.rules'
import type { Picture } from './picture'
import { cleanPng } from './png.rules'
import { startsWith } from './reader'
import { refuse, verdict, type Refusal } from './refusals'
import { cleanWebp } from './webp.rules'

function parserOf(bytes: Uint8Array): (bytes: Uint8Array) => Picture {
  if (startsWith(bytes, '\xff\xd8\xff')) return cleanJpeg
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return cleanPng
  if (startsWith(bytes, 'RIFF') && startsWith(bytes.subarray(8), 'WEBP')) return cleanWebp
  return refuse('not_a_picture')
}

/** Told by its content alone. The pixels are not decoded, only counted. */
export function cleanPicture(bytes: Uint8Array): Picture | Refusal {
  return verdict(() => parserOf(bytes)(bytes))
}
