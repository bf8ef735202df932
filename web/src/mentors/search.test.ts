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

it('knows when, how experienced and from how much', () => {
  const search = {
    available: 'true',
    available_part: ['evening', 'morning', 'noon'],
    experience_min: '5',
    rating_min: '4.5',
    free_intro: 'true',
    price_min_minor: '20000',
    currency: 'EUR',
    sort: 'soonest',
  }
  expect(searchOf(search)).toEqual({
    available: 'true',
    available_part: ['morning', 'evening'],
    experience_min: 5,
    rating_min: 4.5,
    free_intro: 'true',
    price_min_minor: 20000,
    currency: 'EUR',
    sort: 'soonest',
  })
})

it('what an address says wrongly is left out instead of asked', () => {
  expect(searchOf({ q: '  ', price_max_minor: 'cheap', rating_min: '3', free_intro: 'no', sort: 'sideways' })).toEqual(
    {},
  )
})
