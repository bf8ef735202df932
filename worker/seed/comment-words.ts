export interface SeedComment {
  by: string
  /** Hours after the post. */
  after: number
  text: string
  likes?: number
  /** The asker says that this helped. */
  is_accepted?: true
  answers?: SeedComment[]
}

/** What was said below the posts of the world, by their keys. */
export const COMMENTS: Record<string, SeedComment[]> = {
  'first-offer': [
    {
      by: 'oluwaseun',
      after: 5,
      likes: 12,
      is_accepted: true,
      text: `Ask both the same three things:

1. Who reads my code in the first month, and how often?
2. What did the last junior ship after half a year?
3. When did somebody last say no to a date, and what happened?

For **B** one more: who is on call *with* you the first four times? If nobody is, it is not a job for a first year.`,
      answers: [
        {
          by: 'rohan',
          after: 30,
          likes: 3,
          text: 'I asked. A said "your team lead, when there is time". B said "me, every day at ten", and told me about a date they had moved in May. That was the week decided.',
          answers: [
            {
              by: 'mira',
              after: 33,
              likes: 2,
              text: 'A good reason. Write it down, you will want to read it in your first bad week.',
            },
          ],
        },
      ],
    },
    {
      by: 'ananya',
      after: 9,
      likes: 1,
      text: 'Can you afford a third less without counting at the end of each month? I would not skip that question.',
    },
  ],
  'stack-trace': [
    {
      by: 'olha',
      after: 3,
      likes: 9,
      is_accepted: true,
      text: `Read it from the bottom up and ask at each line: *who gave me this?* The last line says \`stops\` is empty. The line above says \`main\` gave it to \`route\`. So look at the line that fills \`stops\`.

\`\`\`python
assert stops, 'no stops were read'
\`\`\`

Put that right behind it. Now it fails where the mistake is, and not ten lines later.`,
      answers: [
        {
          by: 'ananya',
          after: 7,
          likes: 2,
          text: 'The file had a blank first line, and my loop stopped there. Thank you!',
        },
      ],
    },
  ],
  'switch-to-design': [
    {
      by: 'elif',
      after: 6,
      likes: 11,
      is_accepted: true,
      text: 'One real thing, always. Show the old sheet, the questions that people came back with, the new sheet, and the number. And one thing that you would change today. I have hired for less.',
    },
    {
      by: 'nikhil',
      after: 20,
      likes: 4,
      text: 'Keep one of the three apps if you can say what you learned from it. Three is a course, one is a choice.',
    },
  ],
  'p-values': [
    {
      by: 'priya',
      after: 4,
      likes: 15,
      is_accepted: true,
      text: `Bring a picture and no verdict. Shuffle the labels of your own data a thousand times and count how often two or more of 36 rows fall below 0.05. It will be most of the times.

Then ask: "How would we tell ours from these?" It is her question from then on, and nobody had to be wrong.`,
      answers: [
        {
          by: 'harleen',
          after: 26,
          likes: 5,
          text: 'We looked at it together. The chapter is about how to plan the next measurement now.',
        },
        { by: 'eleanor', after: 28, likes: 3, text: 'That is the better chapter.' },
      ],
    },
  ],
  'gap-year': [
    {
      by: 'wanjiru',
      after: 3,
      likes: 19,
      is_accepted: true,
      text: `*"I looked after my father for eleven months. He needed me, and I would do it again. Since March I am back, and this is what I have built since."*

Three sentences, then stop. The room takes its mood from yours.`,
      answers: [
        { by: 'arjun', after: 50, likes: 6, text: 'I said exactly this today. They nodded and asked about March.' },
      ],
    },
    { by: 'amara', after: 12, likes: 4, text: 'You owe nobody the sad part. I wish you both well.' },
  ],
  'group-project': [
    {
      by: 'mira',
      after: 2,
      likes: 6,
      text: 'Merge every evening, however small. Nothing stays on a branch overnight. That is one rule, and it needs no meeting.',
    },
    {
      by: 'daniel',
      after: 5,
      likes: 2,
      text: 'We gave each folder one person to ask. Not to own, only to ask first.',
      answers: [{ by: 'chidi', after: 8, text: 'I can sell this one. We will try both until Sunday.' }],
    },
  ],
  'slow-list': [
    {
      by: 'wanjiru',
      after: 2,
      likes: 4,
      text: 'It is the photo. Decode it off the main thread, at the size of the row and not of the camera, and keep the last few in memory. And cancel the work when the row is used again, or the wrong face appears for a moment.',
    },
  ],
  'cold-mail': [
    {
      by: 'eleanor',
      after: 1,
      likes: 3,
      text: 'First line: what of *their* work made you write, in one sentence that could be about nobody else. Then one paragraph about you, with a link.',
    },
  ],
  'one-page-cv': [
    {
      by: 'fatima',
      after: 8,
      likes: 5,
      text: 'What if the number is not mine alone? We were three at the counter.',
      answers: [
        {
          by: 'priya',
          after: 10,
          likes: 8,
          text: 'Say so: "as one of three". It makes the number more credible, not less.',
        },
      ],
    },
  ],
  'numbers-first': [
    { by: 'asha', after: 12, likes: 6, text: 'This is the round I fear, and this line is on my wall now.' },
    {
      by: 'rohan',
      after: 40,
      likes: 1,
      text: 'How precise do you want the 500 bytes to be?',
      answers: [{ by: 'mira', after: 44, likes: 4, text: 'To the next power of ten. Everything finer is for later.' }],
    },
  ],
  timetable: [
    { by: 'mira', after: 3, likes: 7, text: '"Expected" is the best word on that page. Well done.' },
    { by: 'yuki', after: 7, likes: 2, text: 'It works in the tunnel as well. I tried it this morning.' },
  ],
  'flex-grid': [
    { by: 'fatima', after: 6, likes: 3, text: 'The inner `min()` was what I had been missing. Thank you.' },
  ],
  'kitchen-budget': [{ by: 'mai', after: 2, likes: 1, text: 'The third one surprises everybody, me too once.' }],
}

/** Who follows whom, and which tags. */
export const FOLLOWS: Record<string, { people: string[]; tags: string[] }> = {
  asha: { people: ['mira', 'priya', 'wanjiru', 'rohan'], tags: ['system-design', 'interviews', 'internship'] },
  rohan: { people: ['mira', 'oluwaseun', 'asha'], tags: ['first-job', 'on-call'] },
  ananya: { people: ['olha', 'priya'], tags: ['python', 'sql'] },
  fatima: { people: ['elif', 'nikhil'], tags: ['portfolio', 'career-change'] },
  harleen: { people: ['priya', 'eleanor'], tags: ['statistics', 'thesis'] },
  arjun: { people: ['wanjiru'], tags: ['interviews'] },
  mira: { people: ['asha', 'oluwaseun'], tags: ['system-design'] },
}
