/** The square of a picture that shows: its middle in the picture's own pixels, and how much larger than whole. */
export type Crop = { x: number; y: number; zoom: number }
export type Size = { width: number; height: number }

/** Fewer pixels than this would be blurred on most screens. */
const SIDE_LEAST = 128
const ZOOM_MOST = 8

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
const shorter = ({ width, height }: Size): number => Math.min(width, height)

export const zoomMost = (size: Size): number => within(shorter(size) / SIDE_LEAST, 1, ZOOM_MOST)
export const whole = ({ width, height }: Size): Crop => ({ x: width / 2, y: height / 2, zoom: 1 })

/** The square never leaves the picture. */
function kept({ x, y, zoom }: Crop, size: Size): Crop {
  const near = within(zoom, 1, zoomMost(size))
  const half = shorter(size) / near / 2
  return { x: within(x, half, size.width - half), y: within(y, half, size.height - half), zoom: near }
}

/** Moves the square by parts of its own side, so that a drag follows the finger at any zoom. */
export function moved(crop: Crop, size: Size, across: number, down: number): Crop {
  const side = shorter(size) / crop.zoom
  return kept({ ...crop, x: crop.x + across * side, y: crop.y + down * side }, size)
}

export const zoomed = (crop: Crop, size: Size, zoom: number): Crop => kept({ ...crop, zoom }, size)

/** The square in the picture's own pixels. */
export function squareOf({ x, y, zoom }: Crop, size: Size): { left: number; top: number; side: number } {
  const side = shorter(size) / zoom
  return { left: x - side / 2, top: y - side / 2, side }
}

const STEP = 0.05
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** What a key does, or nothing. */
export function cropByKey(key: string, crop: Crop, size: Size): Crop | undefined {
  const arrow = ARROWS[key]
  if (arrow) return moved(crop, size, ...arrow)
  if (key === '+' || key === '=') return zoomed(crop, size, crop.zoom * 1.1)
  if (key === '-' || key === '−') return zoomed(crop, size, crop.zoom / 1.1)
  return key === 'Home' ? whole(size) : undefined
}
