import type { SeedMentor } from './people'

/** Somebody who wants to teach here and is not listed yet. */
export interface SeedApplicant extends SeedMentor {
  state: 'submitted' | 'in_review' | 'refused'
  experience: string
  motivation: string
  links: string[]
  submitted_hours_ago: number
  reviewed_hours_ago?: number
  /** What our staff wrote. */
  refusal?: string
  refused_hours_ago?: number
}

const evenings = { 1: ['18:00-21:00'], 3: ['18:00-21:00'] }
const inr = (rupees: number) => ({ amount_minor: rupees * 100, currency: 'INR' })

export const APPLICANTS: SeedApplicant[] = [
  {
    key: 'nadia',
    name: 'Nadia Rahmani',
    zone: 'Asia/Dubai',
    headline: 'Data engineer at an airport. Makes late numbers arrive on time.',
    promise: 'Bring one report that nobody trusts. We follow it back until we know why.',
    bio: `I move the numbers of a busy airport: bags, gates, minutes of delay. Most of my work is finding out why two reports of the same day disagree, and then being kind about it.

I learned this by breaking a dashboard on my second day. In a session we take a table of yours apart, down to the clock that wrote it.`,
    company: 'Jebel Air Services',
    designation: 'Senior data engineer',
    years: 8,
    skills: ['SQL', 'Data engineering', 'Python'],
    languages: ['en', 'ar', 'fa'],
    week: evenings,
    offers: [
      {
        title: 'Follow one number home',
        description: 'A report, a query or a pipeline of yours, read backwards together.',
        minutes: 45,
        ...inr(1400),
      },
    ],
    sessions: 0,
    joined_days_ago: 3,
    state: 'submitted',
    experience:
      'Eight years with data in airports and shipping. I have brought three juniors from their first query to being on call, and I run the reading group on data quality in our office.',
    motivation:
      'When I started, the only person who explained anything was the night guard, who had been a statistician. I would like to be that guard for somebody.',
    links: ['https://jebel-data.example.com/talks/late-bags'],
    submitted_hours_ago: 20,
  },
  {
    key: 'tobias',
    name: 'Tobias Lindqvist',
    zone: 'Europe/Stockholm',
    headline: 'Embedded engineer for trains. Explains interrupts with biscuits.',
    promise: 'One board, one bug, no slides.',
    bio: `I write the software that opens train doors, and more importantly the software that does not open them. Twelve years of C, four of Rust, and a drawer full of boards that died teaching me something.

Send me the schematic or the strangest log line you have. We will look at what the machine actually did before we talk about what it should do.`,
    company: 'Norrbana Doors',
    designation: 'Principal engineer',
    years: 16,
    skills: ['Embedded systems', 'C', 'Rust'],
    languages: ['en', 'sv', 'de'],
    week: { 2: ['17:00-20:00'], 6: ['09:00-12:00'] },
    offers: [
      {
        title: 'One bug, together',
        description: 'We read the log line by line and write down what we know, what we guess and how to tell.',
        minutes: 60,
        ...inr(2200),
      },
    ],
    sessions: 0,
    joined_days_ago: 6,
    state: 'in_review',
    experience:
      'Sixteen years of embedded work, six of them leading a team of seven. I supervise two thesis students a year with the technical university in Luleå.',
    motivation:
      'Embedded work has few doors for people who did not grow up beside a factory. I can hold one open, which is after all my profession.',
    links: ['https://lindqvist.example.com/doors'],
    submitted_hours_ago: 52,
    reviewed_hours_ago: 3,
  },
  {
    key: 'ammini',
    name: 'Ammini Menon',
    zone: 'Asia/Kolkata',
    headline: 'Chartered accountant in Kochi. Numbers, slowly.',
    promise: 'We read one balance sheet until it stops being frightening.',
    bio: `I look after the books of small exporters: cashew, coir, one very stubborn ferry company. Before that I spent five years with an audit firm in Chennai, mostly in store rooms.

I help people who passed their papers and still cannot say what a balance sheet wants to tell them.`,
    company: 'Menon & Varghese',
    designation: 'Partner',
    years: 9,
    skills: ['Accounting', 'Financial analysis', 'First job'],
    languages: ['en', 'ml', 'ta'],
    week: evenings,
    offers: [
      {
        title: 'One balance sheet, slowly',
        description: 'Yours, or one that I bring. We stop at every line that is not clear.',
        minutes: 45,
        ...inr(900),
      },
    ],
    sessions: 0,
    joined_days_ago: 15,
    state: 'refused',
    experience: 'Nine years in audit and accounts. I have taught my own trainees, four so far, every Saturday.',
    motivation: 'I like teaching, and Saturdays are too short for all who ask me.',
    links: [],
    submitted_hours_ago: 264,
    refusal:
      'We liked how you write. We could not find anything of your work or of the firm to look at: please add a page, a talk or a letter that shows it, and tell us more about the people you have taught.',
    refused_hours_ago: 216,
  },
]
