import { useSearchParams } from '@solidjs/router'
import { createSignal, Match, onMount, Switch, untrack, type JSX } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { createSubmission } from '../lib/submission'
import { Button, ButtonLink } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty } from '../ui/List'
import { Note, ProblemNote } from '../ui/Note'

type Props = {
  title: string
  words: string
  act: string
  done: string
  /** What the link of the mail holds. */
  send: (token: string) => Promise<unknown>
  /** Leaving asks for no second press; a mail program that opens the page by mistake does no harm that a press could not mend. */
  atOnce?: true
  after?: JSX.Element
}

/** Where a link of a mail leads. Mail programs open such links by themselves, so to join asks for a press. */
export function AnswerPage(props: Props) {
  const [query] = useSearchParams()
  const token = untrack(() => (typeof query.token === 'string' ? query.token : ''))
  const [isDone, setDone] = createSignal(false)
  const form = createSubmission(
    () => props.send(token),
    () => setDone(true),
  )
  let ask!: HTMLFormElement
  onMount(() => props.atOnce && token !== '' && ask.requestSubmit())
  const isGone = () => token === '' || (form.error() instanceof Problem && (form.error() as Problem).status === 404)
  return (
    <>
      <h1 class="display text-3xl">{props.title}</h1>
      <Switch
        fallback={
          <form ref={ask} class="card stack" onSubmit={(event) => void form.submit(event)}>
            <p class="t-lead">{props.words}</p>
            <ProblemNote error={form.error()} />
            <Button kind="primary" size="lg" block type="submit" busy={form.busy()}>
              {props.act}
            </Button>
          </form>
        }
      >
        <Match when={isGone()}>
          <Empty
            art={<Scope />}
            title={m.newsletter_gone()}
            act={<ButtonLink href="/newsletter">{m.newsletter_to_page()}</ButtonLink>}
          >
            {m.newsletter_gone_words()}
          </Empty>
        </Match>
        <Match when={isDone()}>
          <Note kind="success">{props.done}</Note>
          {props.after}
        </Match>
      </Switch>
    </>
  )
}
