import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fiscalYearOf } from '../contract/tax'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { money } from '../notifications/wording'
import { admin, answer, api, eventually, mentor, student, type Person, type Teacher } from '../test/world'
import { advance, checkout, pay, rows, verify } from './desk'
import { issue } from './invoices.data'
import { drawnIn, spokenIn } from './paper.desk'

const NAME = 'प्रार्थना श्रीवास्तव'
let asha: Person
let mira: Teacher

beforeAll(async () => {
  asha = await student({ name: NAME })
  mira = await mentor({ name: 'Tomás Žižek' })
})

async function paid(nth: number, who = asha) {
  const { booking, order } = await checkout(who, mira, nth)
  await answer(verify(who, await pay(order.razorpay_order_id)), 200)
  return { booking, order: order.id as string }
}
const listOf = async (who: Person, query = '') =>
  (await answer(api('GET', `/invoices/${query}`, { as: who }), 200)).items
const ofBooking = (who: Person, booking: string, most: number) =>
  eventually(async () => {
    const found = (await listOf(who)).filter((one: any) => one.booking_id === booking)
    return found.length === most && found
  })

async function paper(who: Person, id: string): Promise<Response> {
  return api('GET', `/invoices/${id}/pdf/`, { as: who })
}

describe('a paid session', () => {
  let booking: { id: string }
  beforeAll(async () => void ({ booking } = await paid(0)))

  it('is billed by the mentor to the student, and its commission by the product to the mentor', async () => {
    const [bill] = await ofBooking(asha, booking.id, 1)
    expect(bill).toMatchObject({
      document: 'invoice',
      subject: 'session',
      role: 'buyer',
      seller_name: 'Tomás Žižek',
      buyer_name: NAME,
      title: 'Mock interview',
      total_minor: 150_000,
      tax_minor: 0,
      currency: 'INR',
      corrects: null,
    })
    expect(bill.number).toBe(`${mira.mentor_id}/${fiscalYearOf(now()) % 100}/00001`)
    const both = await ofBooking(mira, booking.id, 2)
    expect(both.map((one: any) => [one.subject, one.role, one.total_minor])).toEqual(
      expect.arrayContaining([
        ['session', 'seller', 150_000],
        ['commission', 'buyer', 15_000],
      ]),
    )
    expect(await listOf(mira, '?role=seller')).toHaveLength(1)
    expect(await listOf(mira, '?role=buyer')).toMatchObject([{ subject: 'commission', seller_name: 'AspireX' }])
  })

  it('has an invoice that says what its row says, with ₹ and a name in Devanagari', async () => {
    const [bill] = await ofBooking(asha, booking.id, 1)
    const response = await paper(asha, bill.id)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toContain(`filename="${bill.number.replaceAll('/', '-')}.pdf"`)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const bytes = new Uint8Array(await response.arrayBuffer())
    const spoken = spokenIn(bytes)
    for (const words of ['Invoice', bill.number, NAME, 'Tomás Žižek', mira.mentor_id, asha.user.student_id, bill.title])
      expect(spoken).toContain(words)
    expect(spoken.filter((words) => words === money(bill.total_minor, 'INR'))).toHaveLength(2)
    const drawn = drawnIn(bytes)
    expect(drawn).toContain('₹1,500.00')
    expect(drawn).not.toContain('\ufffd')
    // Every glyph of the name stands for a part of it; in Devanagari they stand in another order.
    expect(drawn.some((words) => [...words].toSorted().join('') === [...NAME].toSorted().join(''))).toBe(true)
  })

  it('has its papers drawn before anybody asks for them', async () => {
    const both = await ofBooking(mira, booking.id, 2)
    await advance(61)
    for (const { id } of both) expect(await env.FILES.head(`invoices/${id}.pdf`)).not.toBeNull()
  })

  it('keeps the PDF as it was first made', async () => {
    const [bill] = await ofBooking(asha, booking.id, 1)
    const [one, other] = [await paper(asha, bill.id), await paper(mira, bill.id)]
    expect(await one.arrayBuffer()).toEqual(await other.arrayBuffer())
    expect(await env.FILES.head(`invoices/${bill.id}.pdf`)).not.toBeNull()
    await env.FILES.delete(`invoices/${bill.id}.pdf`)
    expect((await paper(asha, bill.id)).status).toBe(200)
  })

  it('shows its papers to buyer, seller and finance, and to others as if there were none', async () => {
    const [bill] = await ofBooking(asha, booking.id, 1)
    const share = (await ofBooking(mira, booking.id, 2)).find((one: any) => one.subject === 'commission')
    expect((await paper(await admin(), bill.id)).status).toBe(200)
    expect(await answer(paper(await student(), bill.id), 404)).toMatchObject({ code: 'not_found' })
    expect(await answer(paper(asha, share.id), 404)).toMatchObject({ code: 'not_found' })
    await answer(paper(asha, 'nothing'), 404)
  })

  it('never changes what was written', async () => {
    await expect(rows('update invoices set total_minor = 0')).rejects.toThrow(/append-only/)
    await expect(rows('delete from invoices')).rejects.toThrow(/append-only/)
  })
})

it('money that goes back is credited, and the commission with it', async () => {
  const { booking } = await paid(2)
  await ofBooking(mira, booking.id, 2)
  await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: mira, body: {} }), 200)
  const all = await ofBooking(mira, booking.id, 4)
  const notes = all.filter((one: any) => one.document === 'credit_note')
  expect(notes.map((one: any) => [one.subject, one.total_minor, one.number.slice(0, 1)]).toSorted()).toEqual([
    ['commission', 15_000, 'A'],
    ['session', 150_000, 'C'],
  ])
  for (const note of notes) {
    const bill = all.find((one: any) => one.subject === note.subject && one.document === 'invoice')
    expect(note.corrects).toBe(bill.number)
    const spoken = spokenIn(new Uint8Array(await (await paper(mira, note.id)).arrayBuffer()))
    expect(spoken).toEqual(expect.arrayContaining(['Credit note', note.number, bill.number, 'Total, given back']))
  }
})

it('money that came for a time already taken is neither billed nor credited', async () => {
  const { booking, order } = await checkout(asha, mira, 4)
  await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: asha, body: {} }), 200)
  await pay(order.razorpay_order_id)
  await eventually(
    async () => (await rows("select 1 from refunds where order_id = ? and state = 'processed'", order.id))[0],
  )
  await eventually(
    async () => (await rows("select 1 from outbox where topic in ('invoice', 'credit_note')")).length === 0,
  )
  expect(await rows('select 1 from invoices where order_id = ?', order.id)).toEqual([])
})

it('numbers have no gap and no double, whoever writes at once and however often', async () => {
  const db = unmetered(env)
  const [sale] = await rows<{ id: string; booking_id: string }>('select id, booking_id from orders limit 1')
  const party = { name: 'A', display_id: null, country: null }
  const series = ['S1', 'S2']
  const years = [2025, 2026]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...series), fc.constantFrom(...years), fc.nat(40)), {
        minLength: 50,
        maxLength: 50,
      }),
      async (wishes) => {
        const at = now()
        await Promise.all(
          wishes.map(([name, fiscal_year, cause]) =>
            write(db, [
              issue(db, {
                cause: `${name}:${fiscal_year}:${cause}`,
                document: 'invoice',
                subject: 'session',
                series: name,
                fiscal_year,
                order_id: sale!.id,
                booking_id: sale!.booking_id,
                buyer_account_id: asha.user.id,
                seller: party,
                buyer: party,
                lines: [],
                total_minor: 1,
                tax_minor: 0,
                tax_basis_points: 0,
                currency: 'INR',
                issued_at: at,
              }),
            ]),
          ),
        )
        const faults = await rows(
          'select series from invoices group by series, fiscal_year having max(number) <> count(*) or min(number) <> 1',
        )
        expect(faults).toEqual([])
        const causes = new Set(wishes.map((wish) => wish.join(':')))
        expect(
          await rows(
            'select 1 from invoices where cause in (select value from json_each(?))',
            JSON.stringify([...causes]),
          ),
        ).toHaveLength(causes.size)
      },
    ),
    { numRuns: Number(import.meta.env.RANDOM_RUNS || 3) },
  )
})
