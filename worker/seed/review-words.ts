/** What students say, by how many stars; `{offer}` is what they booked. */
export const PRAISE: Record<3 | 4 | 5, string[]> = {
  5: [
    'We spent the first ten minutes on what I actually wanted to know. I would have asked the wrong question for an hour.',
    'Patient, precise, and honest about what I cannot do yet.',
    'I came with a plan and left with a better one. The plan fits on one page.',
    'Nobody had told me before that the second half was the weak half.',
    'Kept to time, wrote everything down. The notes alone were worth it.',
    'She let me be wrong for a while and then asked one question.',
    'Practical from the first minute. I sent two applications the same evening.',
    'I understood in an hour what I had read about for a month.',
    'Very kind to somebody who was visibly nervous.',
    'We did it again until I could say it without notes.',
    'Told me what to leave out. That was most of it.',
    'A real conversation, and homework I wanted to do.',
    'Explains without making one feel slow.',
    'Looked at my work beforehand. One notices.',
    'Direct in a way I needed.',
    '',
  ],
  4: [
    'Very useful. I would have liked ten minutes more at the end.',
    'Good questions and clear answers. Next time I prepare better.',
    'The first part was a little fast for me, the rest was excellent.',
    'Helpful, with examples from real work.',
    'I have a list of seven things to do and know which comes first.',
    'A good session. The connection broke once, which was nobody’s fault.',
    '',
  ],
  3: [
    'Friendly, but we talked more about the field than about my question.',
    'Useful in parts. I had hoped for more detail on {offer}.',
    'We began ten minutes late and had to hurry at the end.',
  ],
}

/** What mentors write to a student alone. */
export const FEEDBACK = [
  'You ask good questions. Write the answer down in one sentence before you go on to the next.',
  'Came prepared, which made the hour twice as long. Practise saying the trade-off out loud.',
  'You know more than you say. Begin with the result, then tell how you got there.',
  'Slow down where it is hard. You hurried past the one thing I wanted to hear about.',
  'Good progress since last time. The next step is to do it without help, once, badly.',
  'Bring something unfinished next time; finished things are harder to change.',
  'You listened and pushed back at the right moment. Keep both.',
]

export const REPLIES: Record<'thanks' | 'sorry', string[]> = {
  thanks: [
    'Thank you. Tell me how it goes.',
    'It was a pleasure. Bring the next one.',
    'Thank you, you had done the work before we met.',
  ],
  sorry: ['You are right about the time, and I am sorry. The next fifteen minutes are on me.'],
}
