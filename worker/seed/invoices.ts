import { creditNotesOf, invoicesOf, type Draft, type Sale } from '../payments/invoices.rules'
import { INVOICE_SUBJECTS } from '../contract/invoices.constants'
import { fixedId } from './fixed'
import type { World } from './world'

interface Paper {
  id: string
  draft: Draft
}
const paperId = (cause: string): string => fixedId(`invoice:${cause}`)
const papers = (drafts: Draft[]): Paper[] => drafts.map((draft) => ({ id: paperId(draft.cause), draft }))

/** What was billed and taken back, in the order in which it was written: the numbers follow from it. */
export function papersOf(world: World): Paper[] {
  const paid = world.orders.filter(({ razorpay_payment_id }) => razorpay_payment_id)
  const all = paid.flatMap((order) => {
    const sale = saleOf(world, order)
    const payment = world.payments.find(({ order_id }) => order_id === order.id)!
    const refund = world.refunds.find(({ order_id }) => order_id === order.id)
    const bills = papers(invoicesOf(sale, payment.captured_at!))
    return refund ? [...bills, ...papers(takenBack(sale, refund))] : bills
  })
  return all.toSorted((one, other) => one.draft.issued_at.getTime() - other.draft.issued_at.getTime())
}

const takenBack = (sale: Sale, { id, amount_minor, created_at }: World['refunds'][number]): Draft[] =>
  creditNotesOf(
    sale,
    {
      refund_id: id,
      amount_minor,
      kept_minor: sale.amount_minor - amount_minor,
      corrects: INVOICE_SUBJECTS.map((subject) => ({ subject, id: paperId(`${subject}:${sale.order_id}`) })),
    },
    created_at,
  )

function saleOf(world: World, order: World['orders'][number]): Sale {
  const booking = world.bookings.find(({ id }) => id === order.booking_id)!
  const nameOf = (account: string) => world.accounts.find(({ id }) => id === account)!.name
  const { mentor_id } = world.mentors.find(({ account_id }) => account_id === booking.mentor_account_id)!
  const { student_id } = world.students.find(({ account_id }) => account_id === booking.student_account_id)!
  return {
    order_id: order.id,
    amount_minor: order.amount_minor,
    currency: order.currency,
    session_tax_basis_points: 0,
    commission_tax_basis_points: 0,
    commission_basis_points: order.commission_basis_points,
    place_of_supply: null,
    booking_id: booking.id,
    offer_title: booking.offer_title,
    minutes: booking.minutes,
    start_time: booking.start_time,
    time_zone: booking.time_zone,
    mentor_account_id: booking.mentor_account_id,
    student_account_id: booking.student_account_id,
    mentor: { name: nameOf(booking.mentor_account_id), display_id: mentor_id, country: null },
    student: { name: nameOf(booking.student_account_id), display_id: student_id, country: null },
  }
}
