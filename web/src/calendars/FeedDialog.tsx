import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'
import { closeFeed, openFeed, type NewFeed } from './feed.queries'

export type FeedQuestion = 'again' | 'close'
const WORDS = {
  again: { title: m.feed_again_question, words: m.feed_again_words, act: m.feed_again_act },
  close: { title: m.feed_close_question, words: m.feed_close_words, act: m.feed_close },
}

type FeedDialogProps = {
  question: FeedQuestion | undefined
  onClose: () => void
  /** With the new feed, or with none. */
  onDone: (feed: NewFeed | undefined) => void
}

/** Whoever uses the address loses it either way, so both are asked about. */
export function FeedDialog(props: FeedDialogProps) {
  const words = () => WORDS[props.question ?? 'close']
  const act = createSubmission(
    async (): Promise<NewFeed | undefined> => (props.question === 'again' ? openFeed() : void (await closeFeed())),
    (feed) => props.onDone(feed),
  )
  return (
    <Dialog
      open={props.question !== undefined}
      onClose={() => props.onClose()}
      title={words().title()}
      description={words().words()}
    >
      <form class="stack" onSubmit={(event) => void act.submit(event)}>
        <ProblemNote error={act.error()} />
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.feed_keep()}</Button>
          <Button kind="danger" type="submit" busy={act.busy()}>
            {words().act()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
