import type * as z from 'zod'
import { changeAccount } from '../accounts/accounts.data'
import { offerView, type OfferRow } from '../availability/availability.rules'
import * as contract from '../contract/mentors'
import { write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, type Asked, type Call } from '../lib/route'
import { isZone } from '../lib/zones'
import { offersOf } from '../availability/offers.data'
import { standingView } from '../reviews/ratings.rules'
import { currenciesOf, currencyFault } from '../site/currencies.rules'
import { addedAmong } from '../skills/skills.data'
import { settle, unknownWords } from '../skills/skills.rules'
import * as data from './mentors.data'

type Wish = z.output<typeof contract.MentorChange>

const ownFacts = (db: Database, { me }: Asked) => ({
  own: data.ownMentor(db, me),
  offers: offersOf(db, me),
})

/** What staff have made of the words that the taxonomy's file does not know. */
const wordsOf = (db: Database, { body }: { body: Pick<Wish, 'expertise'> }) => ({
  added: addedAmong(db, unknownWords(body.expertise ?? [])),
})

const ownProfile = route('mentor', {
  method: 'get',
  path: '/mentor/profile/',
  operationId: 'mentorProfile',
  summary: 'My profile as a mentor',
  returns: { 200: contract.OwnMentor },
  facts: ownFacts,
})

const changeProfile = route('mentor', {
  method: 'put',
  path: '/mentor/profile/',
  operationId: 'changeMentorProfile',
  summary: 'Change what is named; null clears',
  body: contract.MentorChange,
  returns: { 200: contract.OwnMentor },
  fails: ['invalid_input'],
  facts: wordsOf,
})

const detail = route('mentor', {
  method: 'post',
  path: '/mentor/detail/',
  operationId: 'saveMentorDetail',
  summary: 'Create or change my details',
  body: contract.MentorDetail,
  returns: { 200: contract.OwnMentor },
  fails: ['invalid_input'],
  facts: wordsOf,
})

type OwnRow = Awaited<ReturnType<typeof data.ownMentor>>[number]

function ownView(row: OwnRow, offers: OfferRow[]) {
  const { account_id: _, availability_zone: __, review_count: ___, review_sum: ____, ...own } = row
  return {
    ...own,
    expertise: own.skills,
    ...standingView(row),
    from_offer: offers[0] ? offerView(offers[0]) : null,
    offers: offers.map(offerView),
  }
}

/** A rate has a currency, the usual one where none is named; without a rate there is none. */
function rateOf({ hourly_rate_minor, hourly_rate_currency }: Wish, [usual]: string[]) {
  if (hourly_rate_minor === null) return { hourly_rate_currency: null }
  if (hourly_rate_minor === undefined || typeof hourly_rate_currency === 'string') return {}
  return { hourly_rate_currency: data.currencyOr(usual ?? 'INR') }
}

/** Splits a change into the account, the mentor row and the two lists, and reads the new state back. */
async function change(c: Call<z.ZodType<Wish>, undefined, undefined, ReturnType<typeof wordsOf>>) {
  const { db, account, body, facts } = c.var
  const { name, time_zone, expertise, languages, ...rest } = body
  const fault = currencyFault(c.env, 'hourly_rate_currency', rest.hourly_rate_currency)
  if (fault) fail('invalid_input', fault)
  if (time_zone !== undefined && !isZone(time_zone))
    fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
  const person = { ...(name !== undefined && { name }), ...(time_zone !== undefined && { time_zone }) }
  const lists = {
    ...(expertise !== undefined && { expertise: settle(expertise ?? [], facts.added) }),
    ...(languages !== undefined && { languages: languages ?? [] }),
  }
  const results = await write(db, [
    ...changeAccount(db, account.id, person),
    ...data.changeMentor(db, account.id, { ...rest, ...rateOf(rest, currenciesOf(c.env)) }, lists),
    data.ownMentor(db, account.id),
    offersOf(db, account.id),
  ])
  const [[own], offers] = results.slice(-2) as [OwnRow[], OfferRow[]]
  return ownView(own ?? fail('not_found'), offers)
}

export const mentorRoutes = slice()
  .on(ownProfile, (c) => c.json(ownView(c.var.facts.own[0] ?? fail('not_found'), c.var.facts.offers)))
  .on(changeProfile, async (c) => c.json(await change(c)))
  .on(detail, async (c) => c.json(await change(c)))
