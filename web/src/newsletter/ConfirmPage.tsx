import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { ButtonLink } from '../ui/Button'
import { AnswerPage } from './AnswerPage'
import { confirmSubscription } from './newsletter.queries'

export default function ConfirmPage() {
  createTitle(m.newsletter_confirm_title)
  return (
    <AnswerPage
      title={m.newsletter_confirm_title()}
      words={m.newsletter_confirm_words()}
      act={m.newsletter_confirm_act()}
      done={m.newsletter_confirmed()}
      send={confirmSubscription}
      after={<ButtonLink href="/newsletter">{m.newsletter_to_page()}</ButtonLink>}
    />
  )
}
