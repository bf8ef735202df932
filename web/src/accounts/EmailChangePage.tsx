import { isolate, m } from '../lib/messages'
import { useSession } from '../lib/session'
import { confirmEmailChange } from './accounts.calls'
import { MailedLink } from './MailedLink'

/** Opened from the mail to the new address. */
export default function EmailChangePage() {
  const session = useSession()
  const change = async (token: string) => {
    const changed = await confirmEmailChange(token)
    void session.refresh()
    return changed
  }
  return (
    <MailedLink title={m.address_title} use={change} done={m.address_done()}>
      {({ email }) => m.address_done_words({ email: isolate(email) })}
    </MailedLink>
  )
}
