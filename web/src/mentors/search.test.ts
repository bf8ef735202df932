import { expect, it } from 'vitest'
import { searchOf } from './search'

it('the address of the directory is the search', () => {
  expect(
    searchOf({ q: ' design ', skill: ['Figma', 'CSS'], language: 'en', price_max_minor: '150000', sort: 'price' }),
  ).toEqual({
    q: 'design',
    skill: ['Figma', 'CSS'],
    language: ['en'],
    price_max_minor: 150000,
    sort: 'price',
  })
})

it('what an address says wrongly is left out instead of asked', () => {
  expect(searchOf({ q: '  ', price_max_minor: 'cheap', sort: 'sideways' })).toEqual({})
})
