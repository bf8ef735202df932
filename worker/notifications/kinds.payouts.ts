import type { Kind } from './kind'
import { money, named, timeIn } from './wording'

interface Withdrawn {
  amount_minor: number
  currency: string
  reason: string | null
  reference: string | null
}

export interface PayoutKinds {
  payout_profile_changed: { destination: string; payable_from: string }
  withdrawal_paid: Withdrawn
  withdrawal_refused: Withdrawn
  withdrawal_failed: Withdrawn
  withdrawal_approved_alone: { amount_minor: number; currency: string; mentor_name: string; sent_from: string }
}

const link = () => '/earnings'
const action = { label: 'Open my earnings', path: '/earnings' }
const sum = ({ amount_minor, currency }: { amount_minor: number; currency: string }) => money(amount_minor, currency)
const returned = 'It is available to you again.'

/** About a mentor's own money: told in the product and by mail, always (G1). */
export const PAYOUT_KINDS: { [K in keyof PayoutKinds]: Kind<PayoutKinds[K]> } = {
  payout_profile_changed: {
    type: 'warning',
    text: ({ destination, payable_from }, reader) =>
      `Your money goes to ${destination} now. Nothing is sent there before ${timeIn(reader.time_zone, payable_from)}.`,
    link: () => '/settings/payouts',
    mail: ({ destination, payable_from }, reader) => ({
      subject: 'Where your money goes was changed',
      paragraphs: [
        `Your money goes to ${destination} now.`,
        `Nothing is sent there before ${timeIn(reader.time_zone, payable_from)}.`,
        'If this was not you, choose a new password now, sign out everywhere and name your own account again.',
      ],
      action: { label: 'Look at my payout account', path: '/settings/payouts' },
    }),
  },
  withdrawal_paid: {
    type: 'success',
    text: (data) => `${sum(data)} was sent to your account. Your bank’s reference: ${data.reference ?? ''}`,
    link,
    mail: (data) => ({
      subject: `${sum(data)} was sent to your account`,
      paragraphs: [`${sum(data)} was sent to your account.`, `Your bank’s reference: ${data.reference ?? ''}`],
      action,
    }),
  },
  withdrawal_refused: {
    type: 'warning',
    text: (data) => `Your withdrawal of ${sum(data)} was not approved. ${returned} Reason given: ${data.reason ?? ''}`,
    link,
    mail: (data) => ({
      subject: `Your withdrawal of ${sum(data)} was not approved`,
      paragraphs: [
        `Your withdrawal of ${sum(data)} was not approved. ${returned}`,
        `Reason given: ${data.reason ?? ''}`,
      ],
      action,
    }),
  },
  withdrawal_failed: {
    type: 'warning',
    important: true,
    text: (data) => `Your bank did not take ${sum(data)}. ${returned} Reason given: ${data.reason ?? ''}`,
    link,
    mail: (data) => ({
      subject: `Your bank did not take ${sum(data)}`,
      paragraphs: [
        `We sent ${sum(data)} and it came back. ${returned} Look at your account numbers before you ask for it again.`,
        `Reason given: ${data.reason ?? ''}`,
      ],
      action: { label: 'Look at my payout account', path: '/settings/payouts' },
    }),
  },
  withdrawal_approved_alone: {
    type: 'warning',
    text: (data, reader) =>
      `You approved ${sum(data)} for ${named(data.mentor_name)} alone. It can be sent from ${timeIn(reader.time_zone, data.sent_from)}.`,
    link: () => '/notifications',
    mail: (data, reader) => ({
      subject: `You approved ${sum(data)} alone`,
      paragraphs: [
        `You approved ${sum(data)} for ${named(data.mentor_name)}, which two people should approve. There is no second one.`,
        `It can be sent from ${timeIn(reader.time_zone, data.sent_from)}. Until then you can refuse it.`,
        'If this was not you, choose a new password and sign out everywhere.',
      ],
      action: { label: 'Look at my account', path: '/settings/security' },
    }),
  },
}
