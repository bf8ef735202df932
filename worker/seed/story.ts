import type { BookingState } from '../contract/bookings.constants'

/** One session of the story; people by their key. */
export interface SeedSession {
  mentor: string
  student: string
  /** Which of the mentor's offers. */
  offer: number
  /** Days from now: the first free time after, or the last one before where it is negative. */
  days: number
  state: BookingState
  wish?: string
  cancelled?: { by: 'student' | 'mentor'; hours_before: number; reason?: string }
  /** The one attempt to pay was declined. */
  declined?: true
  /** What they wrote afterwards; null where neither has yet, drawn where nothing is said. */
  review?: SeedReview | null
}

export interface SeedReview {
  /** Since the end; or else it was written a few hours ago, and is hidden. */
  hours?: number
  stars: number
  text: string
  feedback?: string
  reply?: string
}

/** What happened to the people one signs in as, and one of every state; the rest of the world is drawn around it. */
export const STORY: SeedSession[] = [
  // It takes place as this world begins, so it is not looked up in anybody's hours.
  {
    mentor: 'tomas',
    student: 'diego',
    offer: 0,
    days: 0,
    state: 'in_progress',
    wish: 'Three case studies, all about chairs. Which one leads?',
  },

  // Asha, the student.
  {
    mentor: 'mira',
    student: 'asha',
    offer: 0,
    days: 0,
    state: 'confirmed',
    wish: 'The bus timetable I built: what breaks first when ten hostels use it? I can share the diagram.',
  },
  {
    mentor: 'meera',
    student: 'asha',
    offer: 0,
    days: 3,
    state: 'confirmed',
    wish: 'I keep two tables that disagree about a seat. How would a bank do it?',
  },
  {
    mentor: 'kabir',
    student: 'asha',
    offer: 1,
    days: 5,
    state: 'confirmed',
    wish: 'A stop list in Malayalam that also fits on a small phone.',
  },
  {
    mentor: 'oluwaseun',
    student: 'asha',
    offer: 1,
    days: 8,
    state: 'confirmed',
    wish: 'I can start a server. I cannot keep one alive.',
  },
  { mentor: 'mira', student: 'asha', offer: 1, days: 2, state: 'expired', declined: true },
  {
    mentor: 'nikhil',
    student: 'asha',
    offer: 0,
    days: -3,
    state: 'cancelled',
    cancelled: { by: 'student', hours_before: 40, reason: 'My exam was moved to that morning.' },
    wish: 'My timetable page with the keyboard only.',
  },
  {
    mentor: 'mira',
    student: 'asha',
    offer: 1,
    days: -6,
    state: 'completed',
    wish: 'Two internship offers, one of them without a contract.',
    review: null,
  },
  {
    mentor: 'priya',
    student: 'asha',
    offer: 0,
    days: -9,
    state: 'cancelled',
    cancelled: {
      by: 'mentor',
      hours_before: 20,
      reason: 'I have lost my voice. I am sorry, please pick any other evening.',
    },
  },
  {
    mentor: 'meera',
    student: 'asha',
    offer: 0,
    days: -13,
    state: 'completed',
    wish: 'Queues. I use them because a video said so.',
    review: {
      hours: 20,
      stars: 5,
      text: 'I thought I needed a queue. I needed to know what happens when the power goes. She drew both.',
      feedback: 'You had the answer in your second sentence. Trust it earlier, and read about write-ahead logs.',
      reply: 'The kaccha book is in my own slides now, with your name in small print.',
    },
  },
  {
    mentor: 'oluwaseun',
    student: 'asha',
    offer: 0,
    days: -16,
    state: 'cancelled',
    cancelled: { by: 'student', hours_before: 6, reason: 'No electricity in the hostel since noon.' },
  },
  {
    mentor: 'mira',
    student: 'asha',
    offer: 0,
    days: -20,
    state: 'completed',
    wish: 'A first system design round, slowly.',
    review: {
      hours: 26,
      stars: 5,
      text: 'My first system design round ever, and slow enough to follow. I could draw it again the next morning.',
      feedback: 'A clear head under pressure. Say the numbers first; the drawing follows from them.',
    },
  },
  {
    mentor: 'priya',
    student: 'asha',
    offer: 0,
    days: -27,
    state: 'completed',
    wish: 'My CV is two pages and I am twenty-one.',
    review: {
      hours: 31,
      stars: 4,
      text: 'Two pages became one. I miss three lines, and she was right about all of them.',
    },
  },
  {
    mentor: 'mira',
    student: 'asha',
    offer: 2,
    days: -41,
    state: 'completed',
    wish: 'Go or Java for a first job?',
    review: {
      hours: 5,
      stars: 5,
      text: 'A short answer to a long worry: the language does not matter yet, and here is why.',
      feedback: 'Good question, well put. You decide faster than you think.',
    },
  },

  // Mira, the mentor.
  {
    mentor: 'mira',
    student: 'arjun',
    offer: 2,
    days: -0.01,
    state: 'completed',
    wish: 'Is a data job a way into engineering?',
    review: null,
  },
  {
    mentor: 'mira',
    student: 'ananya',
    offer: 1,
    days: 0,
    state: 'confirmed',
    wish: 'They want me to build what I design. Should I say yes?',
  },
  {
    mentor: 'mira',
    student: 'sanjana',
    offer: 0,
    days: 0.2,
    state: 'confirmed',
    wish: 'Placement round on Friday. Rate limiter, I think.',
  },
  {
    mentor: 'mira',
    student: 'daniel',
    offer: 0,
    days: 1,
    state: 'confirmed',
    wish: 'System design for designers. I want to ask better questions in reviews.',
  },
  {
    mentor: 'mira',
    student: 'fatima',
    offer: 0,
    days: 2,
    state: 'pending',
    wish: 'Idempotent payments. I have read about them in two languages.',
  },
  { mentor: 'mira', student: 'chidi', offer: 0, days: 3, state: 'held' },
  {
    mentor: 'mira',
    student: 'rohan',
    offer: 0,
    days: 4,
    state: 'confirmed',
    wish: 'Our festival site fell over at 9:00 sharp. I have the logs.',
  },
  { mentor: 'mira', student: 'pham', offer: 2, days: 6, state: 'confirmed' },
  {
    mentor: 'mira',
    student: 'harleen',
    offer: 0,
    days: 5,
    state: 'cancelled',
    cancelled: {
      by: 'mentor',
      hours_before: 30,
      reason: 'A release was moved to that evening. All of it comes back to you; shall we say next week?',
    },
  },
  {
    mentor: 'mira',
    student: 'fatima',
    offer: 0,
    days: -2,
    state: 'completed',
    wish: 'Read replicas, and when they lie.',
    review: { stars: 5, text: 'Finally somebody who says when a replica lies.' },
  },
  {
    mentor: 'mira',
    student: 'amara',
    offer: 1,
    days: -4,
    state: 'cancelled',
    cancelled: { by: 'student', hours_before: 5 },
  },
  { mentor: 'mira', student: 'imran', offer: 0, days: -5, state: 'student_absent' },
  { mentor: 'mira', student: 'vivek', offer: 0, days: -11, state: 'nobody_came' },

  // The states that nobody above went through, and a few ends that are not happy.
  {
    mentor: 'lukas',
    student: 'tenzin',
    offer: 0,
    days: -8,
    state: 'mentor_absent',
    wish: 'A snow sensor that freezes. Literally.',
  },
  {
    mentor: 'tomas',
    student: 'ananya',
    offer: 0,
    days: 2,
    state: 'confirmed',
    wish: 'I have five case studies and no idea which to lead with. I am applying for junior product roles in January.',
  },
  { mentor: 'tomas', student: 'irem', offer: 1, days: 3, state: 'pending' },
  {
    mentor: 'tomas',
    student: 'mai',
    offer: 2,
    days: -1,
    state: 'completed',
    wish: 'One screen, one decision: may I ask for a birth date here?',
  },
  { mentor: 'lucia', student: 'sofia', offer: 1, days: 2, state: 'held' },
  { mentor: 'elif', student: 'amara', offer: 0, days: 1, state: 'expired' },
  {
    mentor: 'haruka',
    student: 'yuki',
    offer: 0,
    days: 2,
    state: 'confirmed',
    wish: 'The loss goes down and the accents get worse.',
  },
  { mentor: 'ken', student: 'nattawut', offer: 0, days: -12, state: 'student_absent' },
  {
    mentor: 'james',
    student: 'thandeka',
    offer: 0,
    days: -7,
    state: 'cancelled',
    cancelled: { by: 'student', hours_before: 50 },
  },
]
