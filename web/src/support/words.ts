import type { TicketCategory, TicketState } from '../../../worker/contract/support.constants'
import { m } from '../lib/messages'

export const CATEGORY_WORDS: Record<TicketCategory, () => string> = {
  booking: m.support_category_booking,
  payment: m.support_category_payment,
  account: m.support_category_account,
  mentor: m.support_category_mentor,
  event: m.support_category_event,
  technical: m.support_category_technical,
  safety: m.support_category_safety,
  other: m.support_category_other,
}

export const STATE_WORDS: Record<TicketState, () => string> = {
  open: m.support_state_open,
  waiting: m.support_state_waiting,
  resolved: m.support_state_resolved,
  reopened: m.support_state_reopened,
}
