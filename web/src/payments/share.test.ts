import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { partsOf } from './share'

it('a tenth is kept, rounded half to even, and the parts sum to the whole', () => {
  expect(partsOf(150_000)).toEqual({ mentor: 135_000, product: 15_000 })
  expect([5, 15, 25, 35].map((minor) => partsOf(minor).product)).toEqual([0, 2, 2, 4])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_00 }), (minor) => {
      const { mentor, product } = partsOf(minor)
      return mentor + product === minor && Math.abs(product * 10 - minor) <= 5
    }),
  )
})
