import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { Button } from '../ui/Button'
import { toast } from '../ui/Toast'
import { followPerson, followTag } from './people.queries'

type Props = { followed: boolean; label: (followed: boolean) => string; send: (follow: boolean) => Promise<unknown> }

function Toggle(props: Props) {
  const client = useQueryClient()
  const [followed, setFollowed] = createSignal(untrack(() => props.followed))
  async function turn(): Promise<void> {
    const wanted = !followed()
    setFollowed(wanted)
    try {
      await props.send(wanted)
      void client.invalidateQueries({ queryKey: ['follows'] })
      void client.invalidateQueries({ queryKey: ['tags'] })
      void client.invalidateQueries({ queryKey: ['posts', 'feed', { feed: 'following' }] })
    } catch (error) {
      setFollowed(!wanted)
      toast(wordsOf(error))
    }
  }
  return (
    <Button size="sm" aria-pressed={followed()} aria-label={props.label(followed())} onClick={() => void turn()}>
      {followed() ? m.community_following() : m.community_follow()}
    </Button>
  )
}

export const FollowPerson = (props: { display_id: string; name: string; followed: boolean }) => (
  <Toggle
    followed={props.followed}
    label={(followed) =>
      followed
        ? m.community_following_person({ name: isolate(props.name) })
        : m.community_follow_person({ name: isolate(props.name) })
    }
    send={(follow) => followPerson(props.display_id, follow)}
  />
)

export const FollowTag = (props: { tag: string; followed: boolean }) => (
  <Toggle
    followed={props.followed}
    label={(followed) =>
      followed ? m.community_following_tag({ tag: props.tag }) : m.community_follow_tag({ tag: props.tag })
    }
    send={(follow) => followTag(props.tag, follow)}
  />
)
