import { A, Navigate, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Match, Switch, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { safeNext } from '../lib/next'
import { useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import { NewAccount, type As } from './NewAccount'
import { SignUpCode } from './SignUpCode'

const AS: As[] = ['student', 'mentor']
const NAMES: Record<As, () => string> = { student: m.signup_as_student, mentor: m.signup_as_mentor }
const PROMISES: Record<As, () => string> = { student: m.signup_student_words, mentor: m.signup_mentor_words }

/** Joining and proving the address are one screen; what was begun before waits at its end. */
export default function SignUpPage() {
  createTitle(m.signup_title)
  const [query, setQuery] = useSearchParams()
  const navigate = useNavigate()
  const me = useMe()
  const as = (): As => (query.as === 'mentor' ? 'mentor' : 'student')
  // Of this visit only: another address then needs no second typing of it.
  const [password, setPassword] = createSignal<string>()
  // Read once: when the way onward begins, the address is that of the next page already.
  const wanted = untrack(() => query.next)
  const next = () => (wanted ? safeNext(wanted) : as() === 'mentor' ? '/welcome/mentor' : '/welcome')

  return (
    <Switch>
      <Match when={me.data && me.data.email_verified}>
        <Navigate href={next()} />
      </Match>
      <Match when={me.data}>
        {(account) => (
          <SignUpCode
            me={account()}
            password={password()}
            onward={wanted !== undefined}
            onSkip={() => navigate(next())}
          />
        )}
      </Match>
      <Match when={true}>
        <div class="stack stack--2">
          <h1 class="display text-3xl">{m.signup_title()}</h1>
          <p class="t-lead">{PROMISES[as()]()}</p>
        </div>
        <div class="segment justify-self-start" role="group" aria-label={m.signup_as()}>
          <For each={AS}>
            {(role) => (
              <button
                type="button"
                aria-pressed={as() === role}
                onClick={() => setQuery({ as: role }, { replace: true })}
              >
                {NAMES[role]()}
              </button>
            )}
          </For>
        </div>
        <NewAccount as={as()} next={next()} wanted={wanted === undefined ? undefined : next()} onJoined={setPassword} />
        <p class="t-2 text-center">
          {m.signup_have_account()}{' '}
          <A class="link" href={`/login${wanted ? `?next=${encodeURIComponent(next())}` : ''}`}>
            {m.act_log_in()}
          </A>
        </p>
      </Match>
    </Switch>
  )
}
