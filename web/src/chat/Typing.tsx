import { m, isolate } from '../lib/messages'
import { Avatar } from '../ui/Avatar'

/** Somebody is writing right now. */
export const Typing = (props: { name: string; picture: string | null }) => (
  <div class="said" data-first="" data-last="">
    <Avatar name={props.name} picture={props.picture} size="sm" />
    <div class="bubble typing" role="img" aria-label={m.chat_typing({ name: isolate(props.name) })}>
      <i />
      <i />
      <i />
    </div>
  </div>
)

export const ThreadSkeleton = () => (
  <div class="stack stack--6" role="status" aria-busy="true" aria-label={m.loading()}>
    <span class="sk chat__sk" />
    <span class="sk chat__sk chat__sk--mine" />
    <span class="sk chat__sk" />
  </div>
)
