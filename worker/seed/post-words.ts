import type { Topic } from '../contract/community.constants'

export interface SeedPost {
  /** Names the post in this folder. */
  key: string
  /** Who wrote it; AspireX itself where nobody is named. */
  by?: string
  hours_ago: number
  topic: Topic
  tags: string[]
  asks?: true
  text: string
  likes: number
  bookmarks: number
  views: number
  /** What it said first, where it was edited two hours later. */
  before?: string
}

/** What people wrote in the last weeks, the earliest first. */
export const QUESTIONS: SeedPost[] = [
  {
    key: 'first-offer',
    by: 'rohan',
    hours_ago: 1010,
    topic: 'career',
    tags: ['first-job', 'offers'],
    asks: true,
    text: `Two offers, and I keep changing my mind every evening.

**A** is a bank: higher pay, Java, a team of forty, a fixed first year in which one rotates. **B** is eleven people who route ambulances: a third less pay, Go, and I would be on call from the second month.

What would you ask both of them before deciding? I have a week.`,
    likes: 9,
    bookmarks: 4,
    views: 131,
  },
  {
    key: 'stack-trace',
    by: 'ananya',
    hours_ago: 700,
    topic: 'programming',
    tags: ['python', 'debugging'],
    asks: true,
    text: `I can read the last line of a stack trace and nothing above it. This one is from my project:

\`\`\`
Traceback (most recent call last):
  File "plan.py", line 41, in <module>
    print(route(stops, depot))
  File "plan.py", line 27, in route
    return nearest(stops[0], rest)
IndexError: list index out of range
\`\`\`

I know that the list is empty. How do you find out *why* it is empty, without printing everything?`,
    likes: 6,
    bookmarks: 2,
    views: 88,
  },
  {
    key: 'switch-to-design',
    by: 'fatima',
    hours_ago: 528,
    topic: 'design',
    tags: ['portfolio', 'career-change'],
    asks: true,
    text: `I have four years in a pharmacy and one design course. My portfolio has three invented apps, and I feel that everybody can tell.

Would it be stronger to show *one* real thing, such as the label sheet that I redrew for our counter, which halved the questions people came back with?`,
    likes: 14,
    bookmarks: 5,
    views: 164,
  },
  {
    key: 'p-values',
    by: 'harleen',
    hours_ago: 312,
    topic: 'data',
    tags: ['statistics', 'thesis'],
    asks: true,
    text: `My supervisor wants a p-value for every row of a table with 36 rows. Two of them are below 0.05, and she would like to build a chapter on these two.

As far as I understand, with 36 tests about two are expected to come out like that by chance alone. How do I say this to somebody who decides my grade?`,
    likes: 17,
    bookmarks: 8,
    views: 203,
  },
  {
    key: 'gap-year',
    by: 'arjun',
    hours_ago: 190,
    topic: 'interviews',
    tags: ['interviews', 'gap-year'],
    asks: true,
    text: `I cared for my father for eleven months and studied nothing in that time. Everybody asks about the gap, and I say too much or nothing at all.

Is there an answer that is honest, short, and does not make the whole room sad?`,
    likes: 23,
    bookmarks: 7,
    views: 240,
  },
  {
    key: 'group-project',
    by: 'chidi',
    hours_ago: 75,
    topic: 'studies',
    tags: ['teamwork', 'git'],
    asks: true,
    text: `Five of us share one repository for the final project. Two of us merge, three of us wait, and on Sunday evening everything conflicts.

We have two weeks left. What is the *smallest* rule that would help? I do not think that I can sell a whole method.`,
    likes: 5,
    bookmarks: 1,
    views: 57,
  },
  {
    key: 'slow-list',
    by: 'imran',
    hours_ago: 20,
    topic: 'programming',
    tags: ['android', 'kotlin', 'performance'],
    asks: true,
    text: `A list of 400 contacts scrolls smoothly on my phone and stutters on my aunt's, which is from 2017.

\`\`\`kotlin
override fun onBindViewHolder(holder: Row, position: Int) {
  val contact = contacts[position]
  holder.photo.setImageBitmap(BitmapFactory.decodeFile(contact.photoPath))
  holder.name.text = contact.name
}
\`\`\`

I believe it is the photo, but where else would I decode it?`,
    likes: 3,
    bookmarks: 1,
    views: 31,
  },
  {
    key: 'cold-mail',
    by: 'sofia',
    hours_ago: 6,
    topic: 'career',
    tags: ['internship', 'writing'],
    asks: true,
    text: `I want to write to a lab that has no open internship. My draft has four paragraphs about me and one about them.

Would you answer such a mail? And what should the *first line* be?`,
    likes: 2,
    bookmarks: 0,
    views: 19,
  },
]
