import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cropByKey, moved, squareOf, whole, zoomed, zoomMost, type Crop } from './crop'

const photo = { width: 4000, height: 3000 }

describe('the part of a picture that shows', () => {
  it('begins as the largest square in the middle', () => {
    expect(squareOf(whole(photo), photo)).toEqual({ left: 500, top: 0, side: 3000 })
  })

  it('never leaves the picture, whatever is dragged, zoomed or pressed', () => {
    const side = fc.integer({ min: 1, max: 9000 })
    const act = fc.oneof(
      fc.tuple(fc.float({ min: -5, max: 5, noNaN: true }), fc.float({ min: -5, max: 5, noNaN: true })),
      fc.float({ min: 0, max: 100, noNaN: true }),
      fc.constantFrom('ArrowLeft', 'ArrowDown', '+', '-', 'Home', 'a'),
    )
    fc.assert(
      fc.property(side, side, fc.array(act, { maxLength: 20 }), (width, height, acts) => {
        const size = { width, height }
        let crop: Crop = whole(size)
        for (const one of acts) {
          if (Array.isArray(one)) crop = moved(crop, size, one[0], one[1])
          else crop = typeof one === 'number' ? zoomed(crop, size, one) : (cropByKey(one, crop, size) ?? crop)
          const { left, top, side: shown } = squareOf(crop, size)
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(-1e-6)
          expect(left + shown).toBeLessThanOrEqual(width + 1e-6)
          expect(top + shown).toBeLessThanOrEqual(height + 1e-6)
        }
      }),
    )
  })

  it('follows the finger: half a side is half a side at any zoom', () => {
    const near = zoomed(whole(photo), photo, 4)
    expect(moved(near, photo, 0.5, 0).x - near.x).toBe(375)
  })

  it('is not enlarged beyond what looks sharp', () => {
    expect(zoomMost({ width: 100, height: 100 })).toBe(1)
    expect(zoomMost({ width: 256, height: 9000 })).toBe(2)
    expect(zoomMost({ width: 9000, height: 9000 })).toBe(8)
  })
})
