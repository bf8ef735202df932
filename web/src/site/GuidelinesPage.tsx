import { For } from 'solid-js'
import { FIRST_DAY, POST_GRAPHEMES_MOST } from '../../../worker/contract/community.constants'
import { m, regionalLocale } from '../lib/messages'
import { Paper, type Part } from './Paper'

const NO_PLACE = [m.guidelines_not_1, m.guidelines_not_2, m.guidelines_not_3, m.guidelines_not_4, m.guidelines_not_5]
const length = () => new Intl.NumberFormat(regionalLocale()).format(POST_GRAPHEMES_MOST)

const PARTS: Part[] = [
  { id: 'be', title: m.guidelines_be, words: m.guidelines_be_words },
  {
    id: 'not',
    title: m.guidelines_not,
    words: () => (
      <ul class="dots">
        <For each={NO_PLACE}>{(words) => <li>{words()}</li>}</For>
      </ul>
    ),
  },
  {
    id: 'posts',
    title: m.guidelines_posts,
    words: () => m.guidelines_posts_words({ length: length(), ...FIRST_DAY }),
  },
  { id: 'report', title: m.guidelines_report, words: m.guidelines_report_words },
  { id: 'acts', title: m.guidelines_acts, words: m.guidelines_acts_words },
  { id: 'reviews', title: m.guidelines_reviews, words: m.guidelines_reviews_words },
  { id: 'appeal', title: m.guidelines_appeal, words: m.guidelines_appeal_words },
]

export default function GuidelinesPage() {
  return <Paper title={m.guidelines_title} lead={m.guidelines_lead()} parts={PARTS} />
}
