import type { RefundPolicy } from '../../../worker/contract/availability.constants'
import { m } from '../lib/messages'

export const POLICY_NAMES: Record<RefundPolicy, () => string> = {
  flexible: m.offer_policy_flexible,
  moderate: m.offer_policy_moderate,
  strict: m.offer_policy_strict,
}
