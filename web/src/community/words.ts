import type { Topic, UsefulTerm } from '../../../worker/contract/community.constants'
import type { FlagReason } from '../../../worker/contract/flags.constants'
import { m } from '../lib/messages'

export const TOPIC_WORDS: Record<Topic, () => string> = {
  career: m.topic_career,
  studies: m.topic_studies,
  programming: m.topic_programming,
  data: m.topic_data,
  design: m.topic_design,
  business: m.topic_business,
  interviews: m.topic_interviews,
  wellbeing: m.topic_wellbeing,
  showcase: m.topic_showcase,
  general: m.topic_general,
}

export const TERM_WORDS: Record<UsefulTerm, (count: number) => string> = {
  likes: (count) => m.useful_likes({ count }),
  bookmarks: (count) => m.useful_bookmarks({ count }),
  people: (count) => m.useful_people({ count }),
  solved: (count) => (count > 0 ? m.useful_solved() : m.useful_not_solved()),
  waiting: (count) => (count > 0 ? m.useful_waiting() : m.useful_not_waiting()),
  age: (count) => m.useful_age({ count }),
}

export const FLAG_WORDS: Record<FlagReason, () => string> = {
  spam: m.flag_spam,
  harassment: m.flag_harassment,
  hate: m.flag_hate,
  sexual: m.flag_sexual,
  self_harm: m.flag_self_harm,
  misinformation: m.flag_misinformation,
  private_information: m.flag_private,
  other: m.flag_other,
}
