import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { Scope } from '../ui/Illustration'
import { Empty, ErrorState } from '../ui/List'
import { GoogleButton } from './GoogleButton'

/** Nobody came from Google lately, or it cannot be asked right now. */
export function GoogleOver(props: { error: unknown; retry: () => void; busy: boolean; next: string | undefined }) {
  const isOver = () => props.error instanceof Problem && props.error.code === 'not_found'
  return (
    <>
      {isOver() ? (
        <Empty art={<Scope />} title={m.google_over()} act={<GoogleButton next={props.next} />}>
          {m.google_over_words()}
        </Empty>
      ) : (
        <ErrorState error={props.error} retry={props.retry} busy={props.busy} />
      )}
    </>
  )
}
