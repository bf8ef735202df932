import { useSearchParams } from '@solidjs/router'
import { Match, Switch, type JSX } from 'solid-js'
import { m } from '../lib/messages'
import { isPassing, Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { Button, ButtonLink } from '../ui/Button'
import { Cups, Scope } from '../ui/Illustration'
import { Empty } from '../ui/List'

type Props<T> = {
  title: () => string
  /** Uses the token, which works once. */
  use: (token: string) => Promise<T>
  done: string
  /** What one does then; else one goes home. */
  act?: JSX.Element
  children: (used: T) => JSX.Element
}

/** A page that is opened from a mail: the token is used once, so it is sent once. */
export function MailedLink<T>(props: Props<T>) {
  createTitle(() => props.title())
  const [query] = useSearchParams()
  const token = typeof query.token === 'string' ? query.token : ''
  const proof = useQuery(() => ({
    queryKey: ['mailed-link', token],
    queryFn: async () => {
      if (!token) throw new Problem('not_found', 404)
      return props.use(token)
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
      <h1 class="sr">{props.title()}</h1>
      <Switch fallback={<p role="status">{m.verify_checking()}</p>}>
        <Match when={proof.data}>
          {(used) => (
            <Empty art={<Cups />} title={props.done} act={props.act ?? home()}>
              {props.children(used())}
            </Empty>
          )}
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
