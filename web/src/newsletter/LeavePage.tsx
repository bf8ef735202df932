import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { ButtonLink } from '../ui/Button'
import { AnswerPage } from './AnswerPage'
import { leaveNewsletter } from './newsletter.queries'

export default function LeavePage() {
  createTitle(m.newsletter_leave_title)
  return (
    <AnswerPage
      title={m.newsletter_leave_title()}
      words={m.newsletter_leave_words()}
      act={m.newsletter_leave_act()}
      done={m.newsletter_left()}
      send={leaveNewsletter}
      atOnce
      after={<ButtonLink href="/newsletter">{m.newsletter_back()}</ButtonLink>}
    />
  )
}
