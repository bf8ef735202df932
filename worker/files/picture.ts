import { PIXELS_MOST, type FileType } from '../contract/files.constants'
import { refuse } from './refusals'

/** A picture put together anew from the parts that draw it; nothing else of the file is left. */
export interface Picture {
  type: FileType
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
}

export function judgeSize(width: number, height: number): void {
  if (width === 0 || height === 0) refuse('cut_off')
  if (width * height > PIXELS_MOST) refuse('too_many_pixels')
}
