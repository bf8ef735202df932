import { isolate, m } from '../lib/messages'
import { useMe } from '../lib/session'
import { confirmGoogleLink } from './google.calls'
import { GoogleButton } from './GoogleButton'
import { MailedLink } from './MailedLink'

/** Opened from the mail that proves whose account it is. */
export default function GoogleConfirmPage() {
  const me = useMe()
  return (
    <MailedLink
      title={m.google_confirm_title}
      use={confirmGoogleLink}
      done={m.google_confirm_done()}
      act={me.data ? undefined : <GoogleButton />}
    >
      {({ google_email }) => m.google_confirm_words({ email: isolate(google_email) })}
    </MailedLink>
  )
}
