import { sql, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { booking_history, bookings } from '../bookings/bookings.schema'
import { booking_moves } from '../bookings/moves.schema'
import {
  answer_habits,
  answer_times,
  blocks,
  conversation_members,
  conversations,
  message_files,
  message_reports,
} from '../chat/chat.schema'
import { goal_steps, goals, shared_goals, takeaways } from '../goals/goals.schema'
import { invoices } from '../payments/invoices.schema'
import { contests, presences } from '../meetings/meetings.schema'
import { ledger_lines, orders, payment_events, payments, refunds } from '../payments/payments.schema'
import { review_replies, review_reports, reviews } from '../reviews/reviews.schema'
import { admin_tasks } from '../tasks/tasks.schema'
import * as payouts from '../payouts/payouts.schema'
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
  belonging(blocks, {
    mine: by(blocks.blocker_account_id),
    traces: by(blocks.blocked_account_id),
    taken: { but: [] },
    left: 'nothing',
  }),
  belonging(message_reports, {
    mine: by(message_reports.reporter_account_id),
    taken: { only: ['id', 'conversation_id', 'seq', 'reason', 'text', 'reported_at'] },
    left: { everything: 'Moderators answer for the other person as well; it names nobody once the account is gone' },
  }),
  belonging(message_files, { mine: by(message_files.account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(answer_times, { mine: by(answer_times.mentor_account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(answer_habits, {
    mine: by(answer_habits.mentor_account_id),
    taken: { but: [] },
    left: 'nothing',
  }),
  // A proposal is its mentor's until the student takes it.
  belonging(goal_steps, {
    mine: ({ id }) => sql`(proposed_by = ${id} or goal_id in (select id from goals where student_account_id = ${id}))`,
    taken: { but: [] },
    left: 'nothing',
  }),
  belonging(shared_goals, {
    mine: ({ id }) => sql`goal_id in (select id from goals where student_account_id = ${id})`,
    taken: { but: [] },
    left: 'nothing',
  }),
  belonging(goals, { mine: by(goals.student_account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(takeaways, { mine: by(takeaways.author_account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(booking_history, {
    mine: ({ id }) =>
      sql`booking_id in (select id from bookings where mentor_account_id = ${id} union select id from bookings where student_account_id = ${id})`,
    taken: { but: [] },
    left: { everything: SHARED },
  }),
  belonging(booking_moves, {
    mine: by(booking_moves.by_account_id),
    taken: { but: [] },
    left: { sets: () => ({ reason: null }) },
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
  belonging(review_replies, {
    mine: by(review_replies.mentor_account_id),
    taken: { but: ['removed_by'] },
    left: 'nothing',
  }),
  belonging(review_reports, {
    mine: by(review_reports.reporter_account_id),
    taken: { but: ['decided_by'] },
    left: { sets: () => ({ reason: '' }) },
  }),
  // The stars stay in the rating of the other person; the words do not.
  belonging(reviews, {
    mine: by(reviews.author_account_id),
    taken: { but: ['removed_by'] },
    left: { sets: () => ({ text: '' }) },
  }),
  belonging(presences, { mine: by(presences.account_id), taken: { but: [] }, left: { everything: SHARED } }),
  belonging(contests, {
    mine: by(contests.by_account_id),
    taken: { but: ['decided_by'] },
    left: { sets: () => ({ reason: '' }) },
  }),
  belonging(orders, { mine: by(orders.payer_id), taken: { but: [] }, left: { everything: BOOKS } }),
  belonging(invoices, {
    mine: by(invoices.seller_account_id, invoices.buyer_account_id),
    taken: {
      only: [
        'id',
        'document',
        'subject',
        'series',
        'fiscal_year',
        'number',
        'booking_id',
        'lines',
        'total_minor',
        'tax_minor',
        'currency',
        'issued_at',
      ],
      also: ({ id }) => ({
        seller: sql`iif(seller_account_id = ${id}, seller, null)`.mapWith(
          (json: string) => JSON.parse(json) as unknown,
        ),
        buyer: sql`iif(buyer_account_id = ${id}, buyer, null)`.mapWith((json: string) => JSON.parse(json) as unknown),
      }),
    },
    left: { everything: BOOKS },
  }),
  belonging(payments, {
    mine: ofOrders(payments.order_id),
    taken: { but: [] },
    left: { everything: BOOKS },
  }),
  belonging(refunds, {
    mine: ofOrders(refunds.order_id),
    taken: { but: ['requested_by', 'note', 'failure'] },
    left: { everything: BOOKS },
  }),
  belonging(payment_events, {
    mine: ({ id }) =>
      sql`razorpay_order_id in (select razorpay_order_id from orders where payer_id = ${id} and razorpay_order_id is not null)`,
    taken: { nothing: 'What the payment provider said; what followed from it is in orders, payments and refunds' },
    left: { everything: `${BOOKS}; the payer's contact data is taken out` },
  }),
  belonging(ledger_lines, {
    mine: ({ id }) =>
      sql`account in (${`mentor:${id}:held`}, ${`mentor:${id}:available`}, ${`mentor:${id}:on_its_way`})`,
    taken: { but: [] },
    left: { everything: BOOKS },
  }),
  belonging(payouts.withdrawals, {
    mine: by(payouts.withdrawals.account_id),
    taken: { but: ['first_approved_by', 'destination_box'] },
    left: { sets: () => ({ destination_box: null }) },
  }),
  belonging(payouts.withdrawal_history, {
    mine: ({ id }) => sql`withdrawal_id in (select id from withdrawals where account_id = ${id})`,
    taken: { but: ['by_account_id'] },
    left: { everything: BOOKS },
  }),
  belonging(admin_tasks, {
    mine: by(admin_tasks.done_by),
    taken: { nothing: 'Work of the staff for the product, by ids' },
    left: { everything: 'Who of the staff settled what, and how, stays on record' },
  }),
  belonging(payouts.payout_exports, {
    mine: by(payouts.payout_exports.by_account_id),
    taken: { nothing: 'Which file for the bank a member of staff made' },
    left: { everything: BOOKS },
  }),
  belonging(payouts.payout_profile_reads, {
    mine: by(payouts.payout_profile_reads.owner_account_id),
    taken: { but: ['reader_account_id'] },
    left: { everything: 'Who of the staff read a payout profile, and why, stays on record' },
  }),
]
