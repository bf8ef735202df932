import { sql, type SQL } from 'drizzle-orm'
import type { MentorSort } from '../contract/mentors.constants'
import type { Position } from './directory.rules'
import { highestPrice, lowestPrice, type MentorSearch } from './filters.data'

export interface Order {
  /** Never null; with the number it is a place in the order. */
  value: SQL
  number: SQL
  falls: boolean
  /** The listings along the index of this order. */
  along: SQL
  /** What the value needs beside the listing. */
  beside?: SQL
  /** The filter that is a range of this very order, and where the range begins and ends. */
  range?: { filter: string; after?: Position; until: Position }
}

const FAR = Number.MAX_SAFE_INTEGER

const ofListing = (column: string, index: string, falls: boolean): Order => ({
  value: sql.raw(`l.${column}`),
  number: sql.raw('l.number'),
  falls,
  along: sql.raw(`listings l indexed by ${index}`),
})
const bySessions = ofListing('total_sessions', 'listings_by_sessions', true)

/** From the narrowest: all the words in the name, in headline and skills too, in the company too; or else in the bio. */
const FIELDS = ['name', 'name headline skills', 'name headline skills company']
const fieldsHolding = (words: string): SQL =>
  sql.join(
    FIELDS.map((fields) => {
      const match = `{${fields}} : (${words})`
      return sql`(l.number in (select rowid from mentor_search where mentor_search match ${match}))`
    }),
    sql` + `,
  )

const byPrice = (search: MentorSearch): Order => ({
  value: sql.raw('p.amount_minor'),
  number: sql.raw('p.number'),
  falls: false,
  along: sql`cheapest_prices p indexed by cheapest_prices_by_amount
    cross join listings l on l.number = p.number and p.currency = ${search.currency}`,
  beside: sql`cross join cheapest_prices p on p.number = l.number and p.currency = ${search.currency}`,
  range: {
    filter: 'price',
    after: { value: lowestPrice(search) - 1, number: FAR },
    until: { value: highestPrice(search), number: FAR },
  },
})

const orders: Record<MentorSort, (search: MentorSearch) => Order> = {
  sessions: () => bySessions,
  /** Where the words are found counts first, then the sessions: both stay when somebody else's profile changes. */
  relevance: ({ words }) =>
    words ? { ...bySessions, value: sql`((${fieldsHolding(words)}) * 1000000000 + l.total_sessions)` } : bySessions,
  newest: () => ofListing('joined_at', 'listings_by_age', true),
  experience: ({ experience_min = 0 }) => ({
    ...ofListing('years_of_experience', 'listings_by_experience', true),
    range: { filter: 'experience', until: { value: experience_min, number: 0 } },
  }),
  rating: ({ score_min = 0 }) => ({
    ...ofListing('rating_score', 'listings_by_rating', true),
    range: { filter: 'rating', until: { value: score_min, number: 0 } },
  }),
  soonest: ({ available_until = 0 }) => ({
    ...ofListing('soonest_start', 'listings_by_soonest', false),
    range: { filter: 'available', until: { value: available_until - 1, number: FAR } },
  }),
  price: byPrice,
}

export const orderOf = (search: MentorSearch, sort: MentorSort): Order => orders[sort](search)

const place = ({ value, number }: Order, sign: string, at: Position): SQL =>
  sql`(${value}, ${number}) ${sql.raw(sign)} (${at.value}, ${at.number})`
export const beyond = (order: Order, at: Position): SQL => place(order, order.falls ? '<' : '>', at)
export const upTo = (order: Order, at: Position): SQL => place(order, order.falls ? '>=' : '<=', at)

export const inOrder = ({ value, number, falls }: Order): SQL => {
  const direction = sql.raw(falls ? 'desc' : 'asc')
  return sql`order by ${value} ${direction}, ${number} ${direction}`
}
