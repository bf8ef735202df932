import { useSearchParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import { useQuery } from '../lib/query'
import { answer, api } from '../lib/api'
import { m } from '../lib/messages'
import { isPassing, Problem } from '../lib/problem'
import { useSession } from '../lib/session'
import { createTitle } from '../lib/title'
import { Button, ButtonLink } from '../ui/Button'
import { Cups, Scope } from '../ui/Illustration'
import { Empty } from '../ui/List'

/** Opened from the link in the mail; the token is used once, so it is sent once. */
export default function VerifyEmailPage() {
  createTitle(m.verify_title)
  const [query] = useSearchParams()
  const session = useSession()
  const token = typeof query.token === 'string' ? query.token : ''
  const proof = useQuery(() => ({
    queryKey: ['email-proof', token],
    queryFn: async () => {
      if (!token) throw new Problem('not_found', 404)
      const verified = await answer(api.POST('/api/auth/verify-email/', { body: { token } }))
      void session.refresh()
      return verified
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  }))
  const home = () => (
    <ButtonLink kind="primary" href="/home">
      {m.act_go_home()}
    </ButtonLink>
  )
  return (
    <>
      <h1 class="sr">{m.verify_title()}</h1>
      <Switch fallback={<p role="status">{m.verify_checking()}</p>}>
        <Match when={proof.data}>
          <Empty art={<Cups />} title={m.verify_done()} act={home()}>
            {m.verify_done_words()}
          </Empty>
        </Match>
        <Match when={proof.error}>
          <Empty
            art={<Scope />}
            title={m.verify_failed()}
            act={
              isPassing(proof.error) ? (
                <Button kind="primary" onClick={() => void proof.refetch()} busy={proof.isFetching}>
                  {m.act_try_again()}
                </Button>
              ) : (
                home()
              )
            }
          >
            {m.verify_failed_words()}
          </Empty>
        </Match>
      </Switch>
    </>
  )
}
