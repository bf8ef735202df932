import { createEffect } from 'solid-js'
import type { Me } from '../lib/session'
import { Dialog } from '../ui/Dialog'
import { awaited, giveUpReaching, goOn, mayReachOthers, missingTitle } from './reach'
import { ReachPanel } from './ReachPanel'

/** Rises over the page that was begun on, and gives it back as it was. */
export default function ReachDialog(props: { me: Me }) {
  createEffect(() => awaited() && mayReachOthers(props.me) && goOn())
  return (
    <Dialog open={awaited() !== undefined} onClose={giveUpReaching} title={missingTitle(props.me)}>
      <ReachPanel me={props.me} />
    </Dialog>
  )
}
