import type { SeedPost } from './post-words'

/** What people shared without a question, and what AspireX itself said. */
export const STORIES: SeedPost[] = [
  {
    key: 'welcome',
    hours_ago: 1100,
    topic: 'general',
    tags: ['welcome'],
    text: `Welcome to the community.

Ask what you would ask a colleague at the next desk, and answer as you would like to be answered. Three things keep it worth reading:

- **Say what you tried.** A question with an attempt gets its answer in half the time.
- **Accept the answer that helped**, so that the next person finds it.
- **Nobody's address, number or marks.** Not yours either.

If something is not right, flag it. A person reads every flag.`,
    likes: 31,
    bookmarks: 6,
    views: 412,
  },
  {
    key: 'one-page-cv',
    by: 'priya',
    hours_ago: 960,
    topic: 'career',
    tags: ['cv', 'first-job', 'data'],
    text: `I read about four hundred applications a year. What I do with a CV in the first minute:

1. I look for a number. *Cut the nightly import from 50 minutes to 6* tells me more than a list of eleven libraries.
2. I look for a link that works on a phone.
3. I look at the last line, because that is where people hide what they are proud of.

What I never look at: the photo, the hobbies, the circles that say you are 80 % Python.`,
    likes: 42,
    bookmarks: 27,
    views: 530,
  },
  {
    key: 'numbers-first',
    by: 'mira',
    hours_ago: 815,
    topic: 'interviews',
    tags: ['system-design', 'interviews'],
    text: `System design rounds are lost in the first four minutes, before anybody has drawn a box.

Say the numbers first: how many people, how often, how big is one thing, for how long is it kept. Then multiply aloud.

> 40,000 students × 6 messages a day × 500 bytes ≈ 120 MB a day

That one line decides whether you need one database or a fleet. Most of the time it is one, with an index.`,
    likes: 38,
    bookmarks: 24,
    views: 471,
  },
  {
    key: 'kind-review',
    by: 'olha',
    hours_ago: 640,
    topic: 'programming',
    tags: ['code-review', 'testing'],
    text: `A bug report is a letter to somebody who was sure that it works. Mine have four lines:

- what I did, in steps that a tired person can follow
- what I expected
- what happened, as text and not as a picture of text
- since when, if I know

And one line that costs nothing: *this part was easy to test, thank you.*`,
    likes: 26,
    bookmarks: 12,
    views: 290,
  },
  {
    key: 'on-call',
    by: 'oluwaseun',
    hours_ago: 585,
    topic: 'programming',
    tags: ['on-call', 'cloud'],
    text: `What I wish somebody had told me before my first on-call week:

**You are not asked to know. You are asked to stay calm and write things down.** Open a document, note the time, note what you see, note what you do. When you wake somebody up, you can send them the page instead of a story.

And roll back first. Finding out why can wait until nobody is waiting.`,
    likes: 29,
    bookmarks: 15,
    views: 318,
  },
  {
    key: 'five-interviews',
    by: 'elif',
    hours_ago: 470,
    topic: 'design',
    tags: ['research', 'interviews'],
    text: `Five conversations with the right people tell you more than a form that two hundred filled in.

Ask about the *last time*, never about *usually*. "When did you last miss a dose, and what happened that day?" gives you a story. "How often do you miss doses?" gives you what people would like to be true.`,
    likes: 19,
    bookmarks: 11,
    views: 221,
  },
  {
    key: 'sql-window',
    by: 'lakshmi',
    hours_ago: 430,
    topic: 'data',
    tags: ['sql'],
    text: `Learned today, and I want to tell everybody: the latest row of each group, without a join to itself.

\`\`\`sql
select * from (
  select *, row_number() over (partition by bus order by seen_at desc) as n
  from sightings
) where n = 1
\`\`\`

I had written a subquery for each bus, in a loop. It took nine minutes. This takes one second.`,
    likes: 15,
    bookmarks: 10,
    views: 176,
  },
  {
    key: 'sleep',
    by: 'amara',
    hours_ago: 380,
    topic: 'wellbeing',
    tags: ['exams', 'habits'],
    text: `I failed two exams in spring after studying until three every night. In autumn I stopped at ten, slept, and passed four.

I am not saying that sleep is a trick. I am saying that I read the same page five times at two in the morning and called it work.`,
    likes: 34,
    bookmarks: 5,
    views: 267,
  },
  {
    key: 'timetable',
    by: 'asha',
    hours_ago: 335,
    topic: 'showcase',
    tags: ['system-design', 'side-project'],
    text: `My bus timetable runs! Ten hostels, one small server, and a page that opens without a signal because it keeps yesterday's times.

What I would do differently: I began with the map, which nobody uses. Everybody wants one line: *the next bus leaves in 7 minutes*.

Thank you @M000001, who asked me what happens when the driver's phone is off. That is why it says "expected" and not "at".`,
    before: 'My bus timetable runs! Ten hostels and one small server. It began with a map, which nobody uses.',
    likes: 28,
    bookmarks: 4,
    views: 233,
  },
  {
    key: 'promotion',
    by: 'mai',
    hours_ago: 260,
    topic: 'career',
    tags: ['product', 'career-change'],
    text: `I was a nurse until I was thirty. In my first product job I was afraid of every word that I did not know, until I noticed that I was the only one in the room who had ever handed over a shift.

A handover is a specification: who, what state, what was tried, what to watch for, when to call. Whatever you did before, there is one such thing in it. Find it, and say it in the interview.`,
    likes: 31,
    bookmarks: 13,
    views: 275,
  },
  {
    key: 'first-chart',
    by: 'layla',
    hours_ago: 225,
    topic: 'data',
    tags: ['charts', 'journalism'],
    text: `Before you choose a chart, write its headline. If you cannot, you have no chart yet, only columns.

*Evictions doubled in the districts without a tenants' office* is a headline, and it tells you that you need two lines and a label, and not a map with nine colours.`,
    likes: 18,
    bookmarks: 9,
    views: 180,
  },
  {
    key: 'flex-grid',
    by: 'nikhil',
    hours_ago: 150,
    topic: 'programming',
    tags: ['css', 'frontend'],
    text: `The CSS that I write most often, and that replaces most media queries:

\`\`\`css
.cards {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
  gap: 1rem;
}
\`\`\`

The inner \`min()\` is for narrow phones: without it a column of 18rem pushes the page sideways.`,
    likes: 22,
    bookmarks: 19,
    views: 214,
  },
  {
    key: 'argument',
    by: 'eleanor',
    hours_ago: 120,
    topic: 'studies',
    tags: ['thesis', 'writing'],
    text: `If your dissertation does not move, try to finish this sentence aloud: *People think …, but …, because ….*

If you cannot, you have a subject and no argument, and no amount of reading will change that. If you can, everything that does not serve the *because* may leave. Yes, also the chapter that took you all summer.`,
    likes: 20,
    bookmarks: 14,
    views: 169,
  },
  {
    key: 'accessibility-month',
    hours_ago: 98,
    topic: 'general',
    tags: ['news', 'accessibility'],
    text: `New this week: every picture in a post can say what it shows.

Whoever listens to a page instead of looking at it hears your words. Write what matters, and leave out "picture of": *The queue at the counter, before and after the new label sheet.*`,
    likes: 16,
    bookmarks: 2,
    views: 190,
  },
  {
    key: 'pointer-joy',
    by: 'daniel',
    hours_ago: 52,
    topic: 'showcase',
    tags: ['c', 'side-project'],
    text: `I wrote a tiny allocator in C to understand what \`malloc\` does for me. 180 lines, one linked list of free blocks, and a test that frees in random order for an hour.

The bug that taught me most: I merged a free block with its neighbour *before* I had unlinked the neighbour. It worked for forty minutes.`,
    likes: 12,
    bookmarks: 6,
    views: 91,
  },
  {
    key: 'small-talk',
    by: 'wanjiru',
    hours_ago: 34,
    topic: 'interviews',
    tags: ['interviews', 'android'],
    text: `When I interview, I give the hint on purpose. I want to see what you do with it.

Say: *that helps, let me think what it changes.* Then think, aloud or silently. It is not a trap, and nobody takes points off for needing it. I take points off when someone nods and goes on as before.`,
    likes: 17,
    bookmarks: 8,
    views: 98,
  },
  {
    key: 'kitchen-budget',
    by: 'kavitha',
    hours_ago: 11,
    topic: 'business',
    tags: ['small-business', 'accounting'],
    text: `A small bakery asked me why there is profit and no money. It is the most common question I get, and the answer is nearly always one of three:

- you paid for flour today that you sell in March
- your customers pay after 60 days, and you pay after 10
- the loan's *interest* is a cost, and its *repayment* is not, yet it leaves the account all the same

Write these three numbers down each month. It takes ten minutes.`,
    likes: 9,
    bookmarks: 7,
    views: 44,
  },
]
