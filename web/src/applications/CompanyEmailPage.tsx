import { useQueryClient } from '@tanstack/solid-query'
import { MailedLink } from '../accounts/MailedLink'
import { isolate, m } from '../lib/messages'
import { ButtonLink } from '../ui/Button'
import { confirmCompanyEmail } from './application.queries'

/** Opened from the mail to the company address, logged in as who asked for it. */
export default function CompanyEmailPage() {
  const client = useQueryClient()
  const confirm = async (token: string) => {
    const check = await confirmCompanyEmail(token)
    void client.invalidateQueries({ queryKey: ['mentor'] })
    return check
  }
  return (
    <MailedLink
      title={m.company_email_title}
      use={confirm}
      done={m.checks_company_title()}
      act={
        <ButtonLink kind="primary" href="/application">
          {m.company_email_act()}
        </ButtonLink>
      }
    >
      {({ subject, via }) => (
        <>
          {m.company_email_done({ company: isolate(subject) })} {m.company_email_done_words({ domain: via ?? '' })}
        </>
      )}
    </MailedLink>
  )
}
