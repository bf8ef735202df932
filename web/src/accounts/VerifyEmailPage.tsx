import { m } from '../lib/messages'
import { useSession } from '../lib/session'
import { proveEmail } from './accounts.calls'
import { MailedLink } from './MailedLink'

export default function VerifyEmailPage() {
  const session = useSession()
  const prove = async (token: string) => {
    const proven = await proveEmail({ token })
    void session.refresh()
    return proven
  }
  return (
    <MailedLink title={m.verify_title} use={prove} done={m.verify_done()}>
      {() => m.verify_done_words()}
    </MailedLink>
  )
}
