import { sql, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { booking_history, bookings } from '../bookings/bookings.schema'
import { conversation_members, conversations } from '../chat/chat.schema'
import { ledger_lines, orders, payment_events, payments, refunds } from '../payments/payments.schema'
import { belonging, by, type Belonging, type Person } from './belongings'

const ofOrders =
  (column: AnySQLiteColumn) =>
  ({ id }: Person): SQL =>
    sql`${column} in (select id from orders where payer_id = ${id})`
const SHARED = 'It belongs to the other person as well, who meets a former member in it'
const BOOKS = 'The books and invoices of money are kept as the law asks for'

/** What a person shares with others, or the law asks us to keep: the rows stay when the person is gone. */
export const SHARED_BELONGINGS: Belonging[] = [
  belonging(conversations, {
    mine: by(conversations.mentor_account_id, conversations.student_account_id),
    taken: { only: ['id', 'mentor_account_id', 'student_account_id', 'last_seq', 'created_at'] },
    left: { everything: SHARED },
  }),
  belonging(conversation_members, {
    mine: by(conversation_members.account_id),
    taken: { but: [] },
    left: { everything: SHARED },
  }),
  belonging(booking_history, {
    mine: ({ id }) =>
      sql`booking_id in (select id from bookings where mentor_account_id = ${id} union select id from bookings where student_account_id = ${id})`,
    taken: { but: [] },
    left: { everything: SHARED },
  }),
  belonging(bookings, {
    mine: by(bookings.mentor_account_id, bookings.student_account_id),
    taken: {
      only: [
        'id',
        'state',
        'mentor_account_id',
        'student_account_id',
        'offer_id',
        'offer_title',
        'minutes',
        'start_time',
        'end_time',
        'time_zone',
        'wall_time',
        'amount_minor',
        'currency',
        'refund_terms',
        'hold_expires_at',
        'cancelled_by',
        'created_at',
        'updated_at',
      ],
      also: ({ id }) => ({
        answers: sql`iif(student_account_id = ${id}, answers, null)`.mapWith(
          (json: string) => JSON.parse(json) as unknown,
        ),
        cancel_reason: sql`iif(cancelled_by = ${id}, cancel_reason, null)`,
      }),
    },
    left: { everything: `${SHARED}; what they wrote for it is emptied` },
  }),
  belonging(orders, { mine: by(orders.payer_id), taken: { but: [] }, left: { everything: BOOKS } }),
  belonging(payments, {
    mine: ofOrders(payments.order_id),
    taken: { but: [] },
    left: { everything: BOOKS },
  }),
  belonging(refunds, {
    mine: ofOrders(refunds.order_id),
    taken: { but: [] },
    left: { everything: BOOKS },
  }),
  belonging(payment_events, {
    mine: ({ id }) =>
      sql`razorpay_order_id in (select razorpay_order_id from orders where payer_id = ${id} and razorpay_order_id is not null)`,
    taken: { nothing: 'What the payment provider said; what followed from it is in orders, payments and refunds' },
    left: { everything: `${BOOKS}; the payer's contact data is taken out` },
  }),
  belonging(ledger_lines, {
    mine: ({ id }) => sql`account = ${`mentor:${id}:held`}`,
    taken: { but: [] },
    left: { everything: BOOKS },
  }),
]
