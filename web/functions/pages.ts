import * as words from './words'
import type { Head } from './document'

interface PublicPage {
  title: string
  description: string
  /** For readers without scripts. */
  words?: string[]
}

/** Pages that are the same for everybody; each is in the sitemap. */
export const PUBLIC_PAGES: Record<string, PublicPage> = {
  '/pricing': {
    title: words.pricing_title,
    description: words.pricing_description,
    words: [
      words.pricing_student_words,
      words.pricing_mentor_words,
      words.pricing_back_words,
      words.pricing_ways_words,
    ],
  },
  '/cancellation': {
    title: words.cancellation_title,
    description: words.cancellation_description,
    words: [words.cancellation_lead, words.cancellation_mentor_words, words.cancellation_time_words],
  },
  '/become-a-mentor': {
    title: words.become_page_title,
    description: words.become_description,
    words: [words.become_lead, words.become_way_3_words, words.become_way_4_words],
  },
  '/about': {
    title: words.about_title,
    description: words.about_description,
    words: [words.about_lead, words.about_why_words],
  },
  '/guidelines': {
    title: words.guidelines_title,
    description: words.guidelines_description,
    words: [
      words.guidelines_lead,
      words.guidelines_be_words,
      words.guidelines_report_words,
      words.guidelines_acts_words,
    ],
  },
  '/terms': {
    title: words.terms_title,
    description: words.terms_description,
    words: [words.terms_messages_words, words.terms_data_words],
  },
  '/privacy': {
    title: words.privacy_page_title,
    description: words.privacy_page_description,
    words: [words.privacy_page_keep_words, words.privacy_page_why_words, words.privacy_page_end_words],
  },
  '/status': { title: words.status_title, description: words.status_description },
}

/** What a link to the page shows elsewhere. */
export const shareImage = (origin: string): string => `${origin}/share.png`

export function publicHead(path: string, origin: string): Head {
  const { title, description, words: lines = [] } = PUBLIC_PAGES[path]!
  return {
    title: `${title} · AspireX`,
    description,
    canonical: origin + path,
    image: shareImage(origin),
    type: 'website',
    words: [title, description, ...lines],
  }
}
