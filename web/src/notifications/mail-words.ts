import type { MailChoice } from '../../../worker/contract/preferences.constants'
import { m } from '../lib/messages'

/** How each mail that can be turned off is named to people. */
export const MAIL_WORDS: Record<MailChoice, { label: () => string; words: () => string }> = {
  mentor_approved: { label: m.mail_approved, words: m.mail_approved_words },
  mentor_refused: { label: m.mail_refused, words: m.mail_refused_words },
  application_submitted: { label: m.mail_submitted, words: m.mail_submitted_words },
  export_ready: { label: m.mail_export, words: m.mail_export_words },
  review_visible: { label: m.mail_review, words: m.mail_review_words },
  session_completed: { label: m.mail_completed, words: m.mail_completed_words },
  time_opened: { label: m.mail_time, words: m.mail_time_words },
  message_digest: { label: m.mail_digest, words: m.mail_digest_words },
}
