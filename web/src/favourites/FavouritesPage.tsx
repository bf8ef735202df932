import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { Avatar } from '../ui/Avatar'
import { Badge } from '../ui/Badge'
import { ButtonLink } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { FavouriteButton } from './FavouriteButton'
import { createKeeping } from './keeping'

/** Mentors kept for later, the newest first. */
export default function FavouritesPage() {
  createTitle(m.favourites_title)
  const { kept } = createKeeping()
  return (
    <div class="mx-auto grid max-w-read gap-6">
      <h1 class="t-page">{m.favourites_title()}</h1>
      <Loaded query={kept} loading={<SkeletonRows />} isEmpty={(list) => list.length === 0} empty={<NobodyKept />}>
        {(list) => (
          <ul class="card card--flush list">
            <For each={list()}>
              {(one) => (
                <li class="list-row">
                  <Avatar name={one.name} picture={one.picture_url} size="lg" />
                  <div class="list-row__main">
                    <A class="t-strong cover-link" href={`/mentors/${one.mentor_id}`}>
                      <bdi>{one.name}</bdi>
                    </A>
                    <p class="t-2" dir="auto">
                      {one.headline}
                    </p>
                    <Show when={!one.is_listed}>
                      <Badge kind="warning">{m.favourites_unlisted()}</Badge>
                    </Show>
                  </div>
                  <FavouriteButton mentorId={one.mentor_id} name={one.name} />
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </div>
  )
}

const NobodyKept = () => (
  <Empty
    art={<Scope />}
    title={m.favourites_none()}
    act={
      <ButtonLink kind="primary" href="/mentors">
        {m.act_find_mentor()}
      </ButtonLink>
    }
  >
    {m.favourites_none_words()}
  </Empty>
)
