import { For } from 'solid-js'
import { LEAST_AGE } from '../../../worker/contract/accounts.constants'
import { m } from '../lib/messages'
import { Paper, type Part } from './Paper'

const SEEN_BY = [
  m.privacy_page_see_public,
  m.privacy_page_see_members,
  m.privacy_page_see_two,
  m.privacy_page_see_staff,
]

const PARTS: Part[] = [
  { id: 'kept', title: m.privacy_page_keep, words: m.privacy_page_keep_words },
  { id: 'not-kept', title: m.privacy_page_not, words: m.privacy_page_not_words },
  { id: 'why', title: m.privacy_page_why, words: m.privacy_page_why_words },
  {
    id: 'seen',
    title: m.privacy_page_see,
    words: () => (
      <ul class="dots">
        <For each={SEEN_BY}>{(words) => <li>{words()}</li>}</For>
      </ul>
    ),
  },
  { id: 'others', title: m.privacy_page_others, words: m.privacy_page_others_words },
  { id: 'cookies', title: m.privacy_page_cookies, words: m.privacy_page_cookies_words },
  { id: 'minors', title: m.privacy_page_minors, words: () => m.privacy_page_minors_words({ age: LEAST_AGE }) },
  { id: 'take', title: m.privacy_page_take, words: m.privacy_page_take_words },
  { id: 'end', title: m.privacy_page_end, words: m.privacy_page_end_words },
  { id: 'ask', title: m.privacy_page_ask, words: m.privacy_page_ask_words },
]

export default function PrivacyPage() {
  return <Paper title={m.privacy_page_title} lead={m.privacy_page_lead()} parts={PARTS} />
}
