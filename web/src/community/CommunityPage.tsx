import './community.css'
import { A, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, Show } from 'solid-js'
import PenIcon from '~icons/lucide/notebook-pen'
import SearchIcon from '~icons/lucide/search'
import { FEEDS, TOPICS, type Feed as FeedName } from '../../../worker/contract/community.constants'
import { m } from '../lib/messages'
import { useAccount } from '../lib/session'
import { createTitle } from '../lib/title'
import { Avatar } from '../ui/Avatar'
import { Button, ButtonLink } from '../ui/Button'
import { Checkbox } from '../ui/Field'
import { Cups } from '../ui/Illustration'
import { Empty } from '../ui/List'
import { Around } from './Around'
import { Feed } from './Feed'
import { wishIn } from './search'
import { TOPIC_WORDS } from './words'
import { Writer } from './Writer'
import { openWriter } from './writing'

const FEED_WORDS: Record<FeedName, () => string> = {
  latest: m.community_feed_latest,
  useful: m.community_feed_useful,
  following: m.community_feed_following,
}

/** What students and mentors write: the newest, the most useful, or that of people and tags one follows. */
export default function CommunityPage() {
  createTitle(m.community_title)
  const me = useAccount()
  const [address, setAddress] = useSearchParams<Record<string, string>>()
  const wish = () => wishIn(address)
  const feed = (): FeedName => wish().feed ?? 'latest'
  createEffect(() => {
    if (address.write === undefined) return
    openWriter({ question: address.write === 'question' })
    setAddress({ write: undefined }, { replace: true })
  })
  return (
    <div class="feed">
      <div class="feed__m">
        <div class="page-head page-head--tight">
          <h1 class="t-page grow">{m.community_title()}</h1>
          <div class="segment" role="group" aria-label={m.community_order()}>
            <For each={FEEDS}>
              {(name) => (
                <button
                  type="button"
                  aria-pressed={feed() === name}
                  onClick={() => setAddress({ feed: name === 'latest' ? undefined : name })}
                >
                  {FEED_WORDS[name]()}
                </button>
              )}
            </For>
          </div>
        </div>
        <Search q={wish().search ?? ''} onSearch={(q) => setAddress({ q: q || undefined })} />
        <nav class="chips chips--scroll topics" aria-label={m.community_topics()}>
          <button
            type="button"
            class="chip"
            aria-pressed={wish().topic === undefined}
            onClick={() => setAddress({ topic: undefined })}
          >
            {m.community_all()}
          </button>
          <For each={TOPICS}>
            {(topic) => (
              <button
                type="button"
                class="chip"
                aria-pressed={wish().topic === topic}
                onClick={() => setAddress({ topic })}
              >
                {TOPIC_WORDS[topic]()}
              </button>
            )}
          </For>
        </nav>
        <Checkbox
          checked={wish().is_question === 'true'}
          onChange={(event) => setAddress({ questions: event.currentTarget.checked ? '1' : undefined })}
        >
          {m.community_only_questions()}
        </Checkbox>
        <div class="write desk">
          <Avatar name={me().name} picture={me().picture_url} />
          <button type="button" class="input write__b" onClick={() => openWriter()}>
            {m.community_write_hint()}
          </button>
        </div>
        <Show when={feed() === 'useful'}>
          <p class="t-sm t-2">
            {m.useful_about()}{' '}
            <A class="link" href="/community/useful">
              {m.useful_to_page()}
            </A>
          </p>
        </Show>
        <Feed wish={wish()} empty={feed() === 'following' ? <NobodyFollowed /> : undefined} />
      </div>
      <Around />
      <Button kind="primary" class="fab phone" onClick={() => openWriter()}>
        <PenIcon class="i" aria-hidden="true" />
        {m.community_write()}
      </Button>
      <Writer />
    </div>
  )
}

function Search(props: { q: string; onSearch: (q: string) => void }) {
  const [typed, setTyped] = createSignal<string>()
  return (
    <form
      role="search"
      class="community__search"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSearch((typed() ?? props.q).trim())
      }}
    >
      <SearchIcon class="i" aria-hidden="true" />
      <input
        type="search"
        class="input"
        aria-label={m.community_search()}
        placeholder={m.community_search()}
        maxlength="200"
        value={props.q}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          if (event.currentTarget.value === '') props.onSearch('')
        }}
      />
    </form>
  )
}

const NobodyFollowed = () => (
  <div class="card">
    <Empty
      art={<Cups />}
      title={m.community_following_none()}
      act={<ButtonLink href="/community?feed=useful">{m.community_feed_useful()}</ButtonLink>}
    >
      {m.community_following_none_words()}
    </Empty>
  </div>
)
