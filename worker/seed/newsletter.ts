import type { newsletter_issues } from '../newsletter/newsletter.schema'
import { fixedId } from './fixed'

const DAY = 86_400_000

/** Past issues; `days` since they were sent. */
const ISSUES = [
  {
    slug: 'the-first-session',
    subject: 'Before your first session',
    days: 48,
    text: `The first session is the shortest one: half of it is getting to know each other. Three things make the other half count.

**Write down one question.** Not the topic, the question. "System design" is a topic. "What breaks first when ten hostels use my timetable?" is a question, and your mentor can think about it before you meet.

**Bring what you have.** A diagram on paper, a link, a page of your CV. It need not be finished; unfinished is what a mentor can help with.

**Say what you tried.** It saves the first ten minutes, and it tells your mentor how you think.

- Your question goes into the answers when you book.
- Files go into the conversation, before or after.
- You will find both beside the session when it begins.

Afterwards each of you can note up to a few lines to take along. Do it on the same day. You will be glad in a month.`,
  },
  {
    slug: 'asking-in-the-open',
    subject: 'A question worth asking in the open',
    days: 17,
    text: `Some questions are for one person, and some are for everybody who will have them after you. How do you tell?

If the answer depends on you, book a session. If it does not, **ask in the community**: somebody may have the answer already, and the next person finds it.

A good question in the open has four parts:

1. What you want to reach, in one sentence.
2. What you tried, as code or as a picture.
3. What happened instead.
4. What you would accept as an answer.

When one of the replies settles it, accept it. It moves to the top, and whoever wrote it knows that it helped.`,
  },
]

export const issuesAt = (now: number): (typeof newsletter_issues.$inferInsert)[] =>
  ISSUES.map(({ days, ...issue }) => {
    const sent_at = new Date(now - days * DAY)
    return { ...issue, id: fixedId(`issue:${issue.slug}`), created_at: sent_at, sent_at }
  })
