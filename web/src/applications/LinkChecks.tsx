import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { fieldError } from '../lib/problem'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { applicationQuery, readProfileLink, type Application } from './application.queries'
import { linkWords } from './words'

type Proof = Application['link_proofs'][number]
const STATES: Record<Proof['state'], () => string> = {
  waiting: m.checks_links_waiting,
  unreachable: m.checks_links_unreachable,
  not_linked: m.checks_links_not_linked,
}

/** Pages of the profile that are not proven yet. */
export function LinkChecks(props: { application: Application }) {
  const isProven = (url: string) => props.application.checks.some(({ subject }) => subject === url)
  const open = () => props.application.profile_links.filter((url) => !isProven(url))
  return (
    <Show when={open().length > 0 || props.application.profile_links.length === 0}>
      <div class="stack stack--3">
        <h3 class="t-strong">{m.checks_links_title()}</h3>
        <Show
          when={open().length > 0}
          fallback={
            <>
              <p class="t-2">{m.checks_links_none()}</p>
              <div>
                <ButtonLink size="sm" href="/settings/profile#teaching">
                  {m.checks_profile_act()}
                </ButtonLink>
              </div>
            </>
          }
        >
          <Snippet html={props.application.snippet} />
          <ul class="stack stack--3">
            <For each={open()}>
              {(url) => <Page url={url} proof={props.application.link_proofs.find((one) => one.url === url)} />}
            </For>
          </ul>
        </Show>
      </div>
    </Show>
  )
}

function Snippet(props: { html: string }) {
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(props.html)
    toast(m.checks_links_copied())
  }
  return (
    <>
      <p class="t-2">{m.checks_links_words()}</p>
      <div class="stack stack--2">
        <code class="apply__code" dir="ltr" role="group" aria-label={m.checks_links_snippet()}>
          {props.html}
        </code>
        <div>
          <Button size="sm" onClick={() => void copy()}>
            {m.checks_links_copy()}
          </Button>
        </div>
      </div>
    </>
  )
}

function Page(props: { url: string; proof: Proof | undefined }) {
  const client = useQueryClient()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const inWords = () => fieldError(error(), 'url')
  async function read(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      await readProfileLink(props.url)
      await client.invalidateQueries({ queryKey: applicationQuery().queryKey })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li class="stack stack--1">
      <div>
        <Button onClick={() => void read()} busy={busy() || props.proof?.state === 'waiting'} class="max-w-full">
          <span class="ellipsis">{m.checks_links_read({ link: isolate(linkWords(props.url)) })}</span>
        </Button>
      </div>
      <p class="t-sm t-2" role="status">
        {inWords() ?? (props.proof ? STATES[props.proof.state]() : '')}
      </p>
      <ProblemNote error={inWords() ? undefined : error()} />
    </li>
  )
}
