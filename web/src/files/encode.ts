import { PICTURE_WIDTHS } from '../../../worker/contract/files.constants'
import { squareOf, type Crop } from './crop'

/** A larger one is reduced when it is read, so that a drag stays smooth on a telephone. */
const READ_MOST = 2560
const PORTFOLIO_MOST = 1600

/** The picture as it is meant to be seen: turned the way the camera was held. Undefined where it is none. */
export async function readPicture(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const longer = Math.max(bitmap.width, bitmap.height)
    if (longer <= READ_MOST) return bitmap
    const scale = READ_MOST / longer
    const size = { resizeWidth: Math.round(bitmap.width * scale), resizeHeight: Math.round(bitmap.height * scale) }
    const reduced = await createImageBitmap(bitmap, { ...size, resizeQuality: 'high' })
    bitmap.close()
    return reduced
  } catch {
    return undefined
  }
}

/** Draws the part that shows so that it fills the canvas. */
export function drawCrop(canvas: HTMLCanvasElement, bitmap: ImageBitmap, crop: Crop): void {
  const { left, top, side } = squareOf(crop, bitmap)
  draw(canvas, bitmap, [left, top, side, side])
}

function draw(
  canvas: HTMLCanvasElement,
  bitmap: ImageBitmap,
  [left, top, width, height]: [number, number, number, number],
) {
  const context = canvas.getContext('2d')!
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, left, top, width, height, 0, 0, canvas.width, canvas.height)
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

const blobOf = (canvas: HTMLCanvasElement, type: string): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, 0.88))

/** White under whatever is transparent, for a JPEG that knows no transparency and for work that was drawn on it. */
function layPaper(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d')!
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
}

/** Written anew from its pixels, so that nothing else of the file leaves the device. Some browsers write no WebP. */
async function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  const webp = await blobOf(canvas, 'image/webp')
  if (webp?.type === 'image/webp') return webp
  layPaper(canvas)
  const blob = await blobOf(canvas, 'image/jpeg')
  if (!blob) throw new Error('The picture could not be written')
  return blob
}

/** The squares of a profile picture in a form. */
export async function squares(bitmap: ImageBitmap, crop: Crop): Promise<FormData> {
  const form = new FormData()
  for (const width of PICTURE_WIDTHS) {
    const canvas = canvasOf(width, width)
    drawCrop(canvas, bitmap, crop)
    form.append(`w${width}`, await encoded(canvas))
  }
  return form
}

/** A picture of work, as large as a page shows it. */
export async function forPortfolio(bitmap: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, PORTFOLIO_MOST / Math.max(bitmap.width, bitmap.height))
  const canvas = canvasOf(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)))
  draw(canvas, bitmap, [0, 0, bitmap.width, bitmap.height])
  layPaper(canvas)
  return encoded(canvas)
}
