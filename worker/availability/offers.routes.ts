import type * as z from 'zod'
import * as contract from '../contract/availability'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import { openingsChanged } from '../mentors/openings.data'
import { currencyFault } from '../site/currencies.rules'
import { offerView } from './availability.rules'
import * as data from './offers.data'

const listOffers = route('mentor', {
  method: 'get',
  path: '/mentor/offers/',
  operationId: 'myOffers',
  summary: 'What I offer',
  returns: { 200: contract.Offers },
  facts: (db, { me }) => ({ offers: data.offersOf(db, me) }),
})

const addOffer = route('mentor', {
  method: 'post',
  path: '/mentor/offers/',
  operationId: 'addOffer',
  summary: 'Offer something new',
  body: contract.NewOffer,
  returns: { 201: contract.Offer },
  fails: ['invalid_input'],
})

const changeOffer = route('mentor', {
  method: 'put',
  path: '/mentor/offers/:id/',
  operationId: 'changeOffer',
  summary: 'Change an offer; bookings made before keep what they were',
  params: contract.OfferPath,
  body: contract.NewOffer,
  returns: { 200: contract.Offer },
  fails: ['not_found', 'invalid_input'],
})

const removeOffer = route('mentor', {
  method: 'delete',
  path: '/mentor/offers/:id/',
  operationId: 'removeOffer',
  summary: 'Take an offer away from new bookings',
  params: contract.OfferPath,
  returns: { 204: null },
  fails: ['not_found'],
})

const intake = route('mentor', {
  method: 'get',
  path: '/mentor/intake/',
  operationId: 'myIntake',
  summary: 'How many students I take, and which',
  returns: { 200: contract.Intake },
  fails: ['not_found'],
  facts: (db, { me }) => ({ intake: data.intakeOf(db, me) }),
})

const changeIntake = route('mentor', {
  method: 'put',
  path: '/mentor/intake/',
  operationId: 'changeIntake',
  summary: 'Take new students, only by request, or none; and so many sessions a week',
  body: contract.Intake,
  returns: { 200: contract.Intake },
  fails: ['not_found', 'invalid_input'],
})

type Wish = z.output<typeof contract.NewOffer>
type Row = Parameters<typeof offerView>[0]

/** What the wish says, with an id for each question that is new; an intro is once for each student unless it says more. */
const offerOf = (wish: Wish, now: Date) => ({
  ...wish,
  most_per_student: wish.kind === 'intro' ? (wish.most_per_student ?? 1) : null,
  questions: wish.questions.map((question) => ({ ...question, id: question.id ?? newId(now) })),
})

function refuseCurrency(env: Parameters<typeof currencyFault>[0], { currency }: Wish): void {
  const fault = currencyFault(env, 'currency', currency)
  if (fault) fail('invalid_input', fault)
}

export const offerRoutes = slice()
  .on(listOffers, (c) => c.json({ items: c.var.facts.offers.map(offerView), next_cursor: null }))
  .on(addOffer, async (c) => {
    const { db, body, now, account } = c.var
    refuseCurrency(c.env, body)
    const offer = { ...offerOf(body, now), id: newId(now), mentor_account_id: account.id, created_at: now }
    const [[made]] = (await write(db, [data.addOffer(db, offer), ...openingsChanged(db, [account.id], now)])) as [Row[]]
    return c.json(offerView(made ?? fail('unexpected')), 201)
  })
  .on(changeOffer, async (c) => {
    const { db, body, params, account, now } = c.var
    refuseCurrency(c.env, body)
    const [[changed]] = (await write(db, [
      data.changeOffer(db, params.id, account.id, offerOf(body, now)),
      ...openingsChanged(db, [account.id], now),
    ])) as [Row[]]
    return c.json(offerView(changed ?? fail('not_found')))
  })
  .on(removeOffer, async (c) => {
    const { db, params, account, now } = c.var
    const [[removed]] = (await write(db, [
      data.archiveOffer(db, params.id, account.id, now),
      ...openingsChanged(db, [account.id], now),
    ])) as [unknown[]]
    return removed ? c.body(null, 204) : fail('not_found')
  })
  .on(intake, (c) => c.json(c.var.facts.intake[0] ?? fail('not_found')))
  .on(changeIntake, async (c) => {
    const { db, body, account, now } = c.var
    const [[changed]] = (await write(db, [
      data.changeIntake(db, account.id, body),
      ...openingsChanged(db, [account.id], now),
    ])) as [unknown[]]
    return c.json(changed ?? fail('not_found'))
  })
