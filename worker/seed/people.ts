import type { OfferKind, RefundPolicy, SeatPrice } from '../contract/availability.constants'

export interface SeedOffer {
  title: string
  description: string
  minutes: number
  amount_minor: number
  currency: string
  buffer_after_minutes?: number
  minimum_notice_minutes?: number
  most_per_day?: number
  kind?: OfferKind
  seats?: number
  seat_prices?: SeatPrice[]
  most_per_week?: number
  needs_confirmation?: boolean
  refund_policy?: RefundPolicy
  questions?: string[]
}

export interface SeedMentor {
  /** Names the person in this folder, in the e-mail address and in the portrait's file. */
  key: string
  name: string
  zone: string
  headline: string
  /** What a session is like, in their own words. */
  promise: string
  bio: string
  company: string
  designation: string
  years: number
  skills: string[]
  languages: string[]
  /** Hours by weekday (Monday is 1) in their own zone. */
  week: Partial<Record<number, string[]>>
  /** The first one is what they are booked for most. */
  offers: [SeedOffer, ...SeedOffer[]]
  /** Sessions that took place before this world begins. */
  sessions: number
  joined_days_ago: number
}

const inr = (rupees: number) => ({ amount_minor: rupees * 100, currency: 'INR' })
const usd = (dollars: number) => ({ amount_minor: dollars * 100, currency: 'USD' })
const eur = (euros: number) => ({ amount_minor: euros * 100, currency: 'EUR' })
const gbp = (pounds: number) => ({ amount_minor: pounds * 100, currency: 'GBP' })
const jpy = (yen: number) => ({ amount_minor: yen, currency: 'JPY' })

const each = (days: number[], ...hours: string[]) => Object.fromEntries(days.map((day) => [day, hours]))
const WEEKDAYS = [1, 2, 3, 4, 5]

export const MENTORS: SeedMentor[] = [
  {
    key: 'mira',
    name: 'Mira Kulkarni',
    zone: 'Asia/Kolkata',
    headline: 'Engineering manager in Pune. Grows backend engineers past the first two years.',
    promise:
      'Bring one system you half understand. We draw it until you can explain it to someone who will be paged for it.',
    bio: `I run the booking platform of a bus company: nine engineers, two on-call rotas, one very old monolith that I have grown fond of. Before that I wrote Go for a logistics start-up and Java for a bank.

Most people I meet can code. What they miss is the story around the code: why this queue, what happens when it is full, who notices. In a session we take one design of yours, or one from an interview, and break it on purpose. You leave with a drawing, three questions to ask yourself next time, and an honest word on where you stand.

I also help with the quieter things: a first promotion, a manager who does not answer, an offer letter you cannot read.`,
    company: 'Sahyadri Mobility',
    designation: 'Engineering manager',
    years: 12,
    skills: ['System design', 'Backend', 'Go', 'Interviews', 'First job'],
    languages: ['en', 'mr', 'hi'],
    week: { ...each(WEEKDAYS, '08:00-11:00', '16:00-22:30'), 6: ['10:00-21:00'], 7: ['10:00-13:00', '17:00-22:00'] },
    offers: [
      {
        title: 'System design, one problem',
        description:
          'One problem from a real interview loop, drawn together on a board. I play the interviewer first and your colleague afterwards.',
        minutes: 60,
        ...inr(1600),
        buffer_after_minutes: 15,
        minimum_notice_minutes: 60,
        most_per_day: 5,
      },
      {
        title: 'Career conversation',
        description:
          'Promotion, a difficult manager, an offer to compare. Send me the facts the day before and we spend the time on the decision.',
        minutes: 45,
        ...inr(1200),
        buffer_after_minutes: 15,
        minimum_notice_minutes: 60,
      },
      {
        title: 'Quick question',
        description: 'One decision, one diagram, one pull request. Twenty minutes are usually enough.',
        minutes: 20,
        ...inr(500),
        minimum_notice_minutes: 60,
      },
      {
        title: 'Office hours, whiteboard open',
        description:
          'Up to six people and one board. Bring a design or listen; everybody asks, and we draw what we talk about.',
        minutes: 60,
        ...inr(300),
        kind: 'group',
        seats: 6,
        seat_prices: [{ taken: 3, amount_minor: 45_000 }],
        buffer_after_minutes: 15,
        minimum_notice_minutes: 720,
        most_per_week: 2,
        refund_policy: 'moderate',
        questions: ['What would you like to see on the board?'],
      },
      {
        title: 'Getting to know each other',
        description: 'Fifteen minutes, free, once: what you want, what I can do, and whether we suit.',
        minutes: 15,
        ...inr(0),
        kind: 'intro',
        minimum_notice_minutes: 720,
        most_per_week: 4,
      },
    ],
    sessions: 26,
    joined_days_ago: 410,
  },
  {
    key: 'tomas',
    name: 'Tomás Ferreira',
    zone: 'Europe/Lisbon',
    headline: 'Product designer in Lisbon. Rebuilt how a bank says hello.',
    promise: 'Bring the messy version. We will find the one story in it worth telling, and cut the rest.',
    bio: `I design flows where people hand over something that matters: money, health records, their first impression. Before Lisbon I spent four years in Pune, so I know what a campus placement season does to one’s sleep.

Most portfolios I see are good work told in the wrong order. In a session we open yours as a hiring manager would, on a small laptop, with two minutes to spare.`,
    company: 'Banco Farol',
    designation: 'Senior product designer',
    years: 11,
    skills: ['Portfolio review', 'Interviews', 'Case studies', 'Figma', 'Design systems', 'Working abroad'],
    languages: ['en', 'pt'],
    week: {
      1: ['09:00-12:00', '17:00-19:00'],
      2: ['09:00-11:00', '13:00-18:00'],
      4: ['09:00-16:30'],
      5: ['14:00-18:00'],
      6: ['09:30-12:00'],
    },
    offers: [
      {
        title: 'Portfolio review',
        description: 'Send a link the day before. You leave with a new order for your case studies and three cuts.',
        minutes: 45,
        ...inr(1500),
        buffer_after_minutes: 15,
        minimum_notice_minutes: 720,
        most_per_day: 4,
      },
      {
        title: 'Mock interview',
        description: 'A whiteboard task from a real hiring loop, then honest notes on how it read.',
        minutes: 60,
        ...inr(2100),
        buffer_after_minutes: 15,
        minimum_notice_minutes: 720,
        most_per_day: 2,
      },
      {
        title: 'Quick question',
        description: 'One decision, one screen, one offer letter.',
        minutes: 20,
        ...inr(800),
        minimum_notice_minutes: 120,
      },
    ],
    sessions: 24,
    joined_days_ago: 395,
  },
  {
    key: 'meera',
    name: 'Meera Raghavan',
    zone: 'Asia/Kolkata',
    headline: 'Runs the payments ledger team at a Bengaluru bank',
    promise: 'We start with what can go wrong. What survives that page is your design.',
    bio: `Ledgers taught me to distrust anything that only works on a good day. I have been writing Go and SQL for fourteen years, the last six on a system where a missing rupee is a telephone call.

I help with system design rounds, with database work that has to be right, and with the step from writing code to owning a system. I ask many questions and write down your answers; you get my notes the same evening.`,
    company: 'Nandi Bank',
    designation: 'Principal engineer',
    years: 14,
    skills: ['System design', 'Go', 'Databases', 'Payments', 'Interviews'],
    languages: ['en', 'ta', 'kn'],
    week: { ...each([1, 3, 5], '06:30-08:30', '19:00-21:30'), 2: ['19:00-21:30'], 6: ['09:00-13:00'] },
    offers: [
      {
        title: 'Draw the failure first',
        description:
          'A system design session that begins with everything that breaks: full queues, wrong clocks, two buttons pressed at once.',
        minutes: 45,
        ...inr(1800),
        buffer_after_minutes: 15,
        minimum_notice_minutes: 240,
        most_per_day: 3,
      },
      {
        title: 'Schema review',
        description: 'Your tables, your slowest query, one hour. Bring an EXPLAIN if you have one.',
        minutes: 60,
        ...inr(2400),
        minimum_notice_minutes: 720,
      },
    ],
    sessions: 21,
    joined_days_ago: 380,
  },
  {
    key: 'haruka',
    name: 'Haruka Sato',
    zone: 'Asia/Tokyo',
    headline: 'Trains speech models that hear eleven dialects',
    promise: 'Show me the plot that worries you. We find out together whether it is the data or the model.',
    bio: `My team builds speech recognition for people whom machines tend not to understand: the old, the very young, and everyone with an accent. Most of that work is listening to data.

I like to look at one experiment in depth: how the data was split, what the baseline is, what a reviewer will ask. For those on the way to a master’s or a PhD I read research statements and say plainly which sentence I would believe.`,
    company: 'Kotoba Labs',
    designation: 'Research scientist',
    years: 9,
    skills: ['Speech ML', 'Python', 'Research', 'Machine learning', 'Graduate school'],
    languages: ['en', 'ja'],
    week: { ...each([1, 2, 4], '20:00-23:30'), 6: ['10:00-13:00', '20:00-23:00'] },
    offers: [
      {
        title: 'One experiment, in depth',
        description: 'Data, baseline, ablations. Send the notebook or the paper draft two days before.',
        minutes: 60,
        ...inr(2200),
        minimum_notice_minutes: 1440,
      },
      {
        title: 'Research statement',
        description: 'I read it beforehand and we rewrite the first page together.',
        minutes: 45,
        ...inr(1700),
        minimum_notice_minutes: 1440,
      },
    ],
    sessions: 17,
    joined_days_ago: 350,
  },
  {
    key: 'elif',
    name: 'Elif Demir',
    zone: 'Europe/Istanbul',
    headline: 'UX researcher in health, leads a team of five',
    promise: 'Tell me what you want to learn, not what you want to ask. The questions come last.',
    bio: `I have sat beside nurses on night shifts, patients in waiting rooms and one very patient anaesthetist. From that I learned to ask less and to wait longer.

In a session we plan a study you can really run next week, or read your case study and look for the place where the evidence ends and the hope begins. I share the consent forms and guides I use.`,
    company: 'Şifa Digital',
    designation: 'Research lead',
    years: 10,
    skills: ['Research', 'Portfolio review', 'Case studies', 'Interviews', 'Health'],
    languages: ['en', 'tr'],
    week: { 2: ['10:00-13:00'], 4: ['10:00-13:00', '18:00-20:30'], 5: ['10:00-12:00'], 7: ['11:00-14:00'] },
    offers: [
      {
        title: 'Plan a study',
        description: 'From a vague question to a one-page plan with people, dates and a consent form.',
        minutes: 45,
        ...inr(1300),
        minimum_notice_minutes: 480,
      },
      {
        title: 'Case study reading',
        description: 'I read yours aloud and stop where I get lost. It is kinder than it sounds.',
        minutes: 60,
        ...inr(1700),
        minimum_notice_minutes: 480,
      },
    ],
    sessions: 14,
    joined_days_ago: 320,
  },
  {
    key: 'gurpreet',
    name: 'Gurpreet Sandhu',
    zone: 'Asia/Kolkata',
    headline: 'Flew crop drones for eight years, now teaches robotics',
    promise: 'If it does not move yet, bring it anyway. We will find the wire.',
    bio: `I built drones that counted wheat, crashed a fair number of them, and now teach control and ROS 2 in Ludhiana. My students have won a few competitions, mostly because they log everything.

I am happiest with a robot on the desk in front of the camera: a PID that sings, a frame that is upside down, an estimator that drifts. I also help people choose between a master’s and a job in robotics, having done both in the wrong order.`,
    company: 'Doaba Polytechnic',
    designation: 'Lecturer in robotics',
    years: 13,
    skills: ['ROS 2', 'Control', 'C++', 'Robotics', 'Graduate school'],
    languages: ['en', 'pa', 'hi'],
    week: { ...each([1, 2, 3, 4], '19:30-22:00'), 7: ['09:00-13:00'] },
    offers: [
      {
        title: 'Debug a robot',
        description: 'Camera on, terminal open. We look at the logs first and the code second.',
        minutes: 45,
        ...inr(1200),
        minimum_notice_minutes: 120,
      },
      {
        title: 'Project planning',
        description: 'A final-year project or a competition entry, cut to what eight weeks can hold.',
        minutes: 60,
        ...inr(1500),
        minimum_notice_minutes: 240,
      },
    ],
    sessions: 13,
    joined_days_ago: 300,
  },
  {
    key: 'lucia',
    name: 'Lucía Romero',
    zone: 'Europe/Madrid',
    headline: 'Brand and type designer, sits on art school juries',
    promise: 'I will say what I see before I say what I think. Then we move things around.',
    bio: `I draw letters for a living: a chocolate factory, two museums, a railway. Twice a year I sit on an admissions jury, so I have seen about two thousand portfolios and remember perhaps forty.

We can work on a portfolio, on a wordmark that does not sit yet, or on the price of your first real commission. Bring sketches; finished files make people defend themselves.`,
    company: 'Estudio Romero',
    designation: 'Type designer',
    years: 15,
    skills: ['Portfolio review', 'Typography', 'Branding', 'Freelancing'],
    languages: ['en', 'es'],
    week: { 1: ['16:00-20:00'], 3: ['10:00-13:00', '16:00-19:00'], 5: ['10:00-14:00'] },
    offers: [
      {
        title: 'Portfolio review',
        description: 'Ten pieces at most. We decide which five stay and in what order.',
        minutes: 30,
        ...inr(1100),
        minimum_notice_minutes: 120,
      },
      {
        title: 'Type critique',
        description: 'A wordmark or a typeface in progress, glyph by glyph.',
        minutes: 60,
        ...inr(1900),
        minimum_notice_minutes: 240,
      },
    ],
    sessions: 13,
    joined_days_ago: 290,
  },
  {
    key: 'priya',
    name: 'Priya Nambiar',
    zone: 'Asia/Kolkata',
    headline: 'Hires data teams in Mumbai, reads four hundred applications a year',
    promise: 'I read your application the way I read all of them: once, quickly, looking for a reason to call.',
    bio: `I lead analytics for a grocery chain and have hired for data roles since 2015. I know what the job post means and what it hides.

Send me your CV and one post you care about. We rewrite the top third, practise the two questions everyone stumbles over, and talk about money without blushing.`,
    company: 'Mandi & Sons',
    designation: 'Head of analytics',
    years: 13,
    skills: ['Hiring', 'CV', 'Interviews', 'SQL', 'Data analysis', 'First job'],
    languages: ['en', 'ml', 'hi'],
    week: { ...each([2, 4], '18:30-21:30'), 6: ['10:00-14:00'], 7: ['16:00-19:00'] },
    offers: [
      {
        title: 'CV and one job post',
        description: 'The top third of your CV, rewritten for a post you want.',
        minutes: 30,
        ...inr(950),
        minimum_notice_minutes: 240,
      },
      {
        title: 'Mock interview, data analyst',
        description: 'SQL on a shared screen, one case, ten minutes of notes.',
        minutes: 60,
        ...inr(1700),
        minimum_notice_minutes: 480,
        most_per_day: 3,
      },
    ],
    sessions: 12,
    joined_days_ago: 285,
  },
  {
    key: 'oluwaseun',
    name: 'Oluwaseun Adeyemi',
    zone: 'Africa/Lagos',
    headline: 'Cloud engineer in Lagos. Remembers his first on-call week very well.',
    promise: 'You will not be asked anything you cannot look up. We practise looking it up calmly.',
    bio: `I keep the lights on for a company that sells electricity by mobile phone; when we are down, so are forty thousand kitchens. I came to this from a computer village repair stall, without a degree in it.

I mentor people on the way to their first infrastructure job: Linux, networks, one cloud, one runbook at a time. We break something small together and write down how it came back.`,
    company: 'Imole Energy',
    designation: 'Site reliability engineer',
    years: 8,
    skills: ['Cloud', 'Linux', 'On-call', 'First job', 'Networking'],
    languages: ['en', 'yo'],
    week: { ...each([1, 3], '18:00-21:00'), 5: ['18:00-20:00'], 6: ['11:00-16:00'] },
    offers: [
      {
        title: 'Break it and fix it',
        description: 'A small server, a planted fault, and a runbook that you write.',
        minutes: 60,
        ...inr(1400),
        minimum_notice_minutes: 240,
      },
      {
        title: 'Road to a first cloud job',
        description: 'Where you are, what is missing, what to do in the next six weeks.',
        minutes: 45,
        ...inr(1000),
        minimum_notice_minutes: 240,
      },
    ],
    sessions: 11,
    joined_days_ago: 270,
  },
  {
    key: 'nikhil',
    name: 'Nikhil Varghese',
    zone: 'Asia/Kolkata',
    headline: 'Frontend engineer who hires designers that code',
    promise: 'We open your page, unplug the mouse, and see how far you get.',
    bio: `I work on a booking site that has to run on a three-year-old phone in a moving train. That made me strict about bytes and gentle with people.

In a session I review a page of yours: structure, CSS, keyboard, speed. For designers who want to code, I suggest what to learn next and, more often, what to leave.`,
    company: 'Backwater Software',
    designation: 'Lead frontend engineer',
    years: 9,
    skills: ['CSS', 'Accessibility', 'TypeScript', 'Portfolio review', 'Frontend'],
    languages: ['en', 'ml', 'hi'],
    week: { ...each(WEEKDAYS, '06:30-08:30'), 6: ['08:00-11:00'] },
    offers: [
      {
        title: 'Page review',
        description: 'One page, three fixes, in the order in which they pay.',
        minutes: 30,
        ...inr(900),
        minimum_notice_minutes: 120,
      },
      {
        title: 'Pair on accessibility',
        description: 'Screen reader on, an hour of fixing together.',
        minutes: 60,
        ...inr(1600),
        minimum_notice_minutes: 240,
      },
    ],
    sessions: 10,
    joined_days_ago: 260,
  },
  {
    key: 'wanjiru',
    name: 'Wanjiru Kamau',
    zone: 'Africa/Nairobi',
    headline: 'Android engineer in Nairobi, Kotlin since before it was allowed',
    promise: 'Bring a crash. We follow it down until it is boring.',
    bio: `I build an app that farmers use to sell milk, offline for hours, on phones with one bar of signal. Sync is my favourite word and my worst habit.

I help with Kotlin, with apps that must work without a network, and with the first pull request to a code base larger than your own.`,
    company: 'Maziwa Markets',
    designation: 'Senior Android engineer',
    years: 8,
    skills: ['Kotlin', 'Android', 'Offline apps', 'Open source'],
    languages: ['en', 'sw'],
    week: { ...each([2, 4], '17:00-20:00'), 6: ['09:00-14:00'] },
    offers: [
      {
        title: 'Kotlin review',
        description: 'A pull request or a small repository, line by line where it matters.',
        minutes: 45,
        ...inr(1100),
        minimum_notice_minutes: 120,
      },
      {
        title: 'First open source patch',
        description: 'We choose an issue and get it to a reviewable state together.',
        minutes: 60,
        ...inr(1300),
        minimum_notice_minutes: 240,
      },
    ],
    sessions: 9,
    joined_days_ago: 240,
  },
  {
    key: 'sana',
    name: 'Sana Qureshi',
    zone: 'Asia/Karachi',
    headline: 'Makes slow Android apps fast, one frame at a time',
    promise: 'First we measure. You may be angry at the numbers, but not surprised by the fix.',
    bio: `I am a performance engineer at a food delivery company in Karachi. I read traces the way others read novels.

We take your app, record one slow thing, and follow it. I also talk to people who come back to engineering after a break; I took three years and would do it again.`,
    company: 'Tiffin Express',
    designation: 'Performance engineer',
    years: 7,
    skills: ['Android', 'Performance', 'Kotlin', 'Returning to work'],
    languages: ['en', 'ur', 'hi'],
    week: { ...each([1, 2, 3, 4], '18:00-21:00'), 6: ['15:00-19:00'] },
    offers: [
      {
        title: 'Profile one slow thing',
        description: 'A trace, a cause, a fix you can defend in review.',
        minutes: 45,
        ...inr(1000),
        minimum_notice_minutes: 60,
      },
      {
        title: 'Coming back after a break',
        description: 'What has changed, what has not, and how to say it in an interview.',
        minutes: 30,
        ...inr(600),
        minimum_notice_minutes: 120,
      },
    ],
    sessions: 9,
    joined_days_ago: 230,
  },
  {
    key: 'mai',
    name: 'Mai Tran',
    zone: 'Asia/Ho_Chi_Minh',
    headline: 'Product manager, came from nursing at thirty',
    promise: 'Your first career is not a gap. We will say it so that it sounds like what it is.',
    bio: `I was a ward nurse for eight years. Product work turned out to be the same job with fewer alarms: listen, decide what comes first, write it down.

I work with people who change careers. We turn what you did into words the other side understands, and practise the question you are afraid of.`,
    company: 'An Khang Health',
    designation: 'Product manager',
    years: 6,
    skills: ['Switching careers', 'Interviews', 'Product management', 'Health'],
    languages: ['en', 'vi'],
    week: { ...each([1, 3, 5], '10:45-13:00'), 7: ['14:00-18:00'] },
    offers: [
      {
        title: 'Tell your change of career',
        description: 'Two minutes that explain the turn without an apology.',
        minutes: 30,
        ...inr(800),
        minimum_notice_minutes: 120,
      },
      {
        title: 'Mock interview, product',
        description: 'One product case, one conflict, notes the same day.',
        minutes: 60,
        ...inr(1500),
        minimum_notice_minutes: 480,
      },
    ],
    sessions: 8,
    joined_days_ago: 215,
  },
  {
    key: 'lukas',
    name: 'Lukas Brandt',
    zone: 'Europe/Berlin',
    headline: 'Reads circuits for breakfast. Flight electronics, Berlin.',
    promise: 'We put the datasheet on the table and read it like a contract.',
    bio: `I design the boards that keep small drones level. Most of my mistakes fitted on a postage stamp and cost two weeks each, so I am glad to spare you a few.

Schematic reviews, filters that fit into twelve lines, bringing up a board without smoke. I am also happy to talk about studying and working in Germany.`,
    company: 'Lerche Avionik',
    designation: 'Hardware engineer',
    years: 12,
    skills: ['Electronics', 'Control', 'Embedded', 'C++', 'Working abroad'],
    languages: ['en', 'de'],
    week: { 2: ['17:00-20:00'], 3: ['17:00-19:00'], 6: ['10:00-13:00'] },
    offers: [
      {
        title: 'Reading circuits',
        description: 'Your schematic or somebody else’s, read together until every part has a reason.',
        minutes: 45,
        ...eur(30),
        minimum_notice_minutes: 480,
      },
      {
        title: 'Schematic review before you order',
        description: 'The ten mistakes everyone makes once, checked on your board.',
        minutes: 60,
        ...eur(45),
        minimum_notice_minutes: 720,
      },
    ],
    sessions: 8,
    joined_days_ago: 200,
  },
  {
    key: 'layla',
    name: 'ليلى الحدّاد',
    zone: 'Asia/Amman',
    headline: 'Data journalist in Amman. Turns court records into maps people read.',
    promise: 'One table, one question, one chart. We stop when your neighbour would understand it.',
    bio: `I report with spreadsheets: water, rents, court delays. My best story began with a PDF that somebody hoped nobody would open.

I help journalists who want to work with data and analysts who want to write. We clean one table, find the sentence in it, and draw a chart that keeps its promise. In English or Arabic, as you like.`,
    company: 'Al-Mizan Weekly',
    designation: 'Data editor',
    years: 10,
    skills: ['Data analysis', 'Journalism', 'Writing', 'Maps'],
    languages: ['ar', 'en'],
    week: { ...each([7, 1, 2], '17:00-20:30'), 4: ['10:00-13:00'] },
    offers: [
      {
        title: 'One table, one story',
        description: 'Bring a dataset. We leave with a headline that the numbers support.',
        minutes: 45,
        ...usd(28),
        minimum_notice_minutes: 240,
      },
      {
        title: 'Chart clinic',
        description: 'Three charts of yours, redrawn so that they say it in five seconds.',
        minutes: 30,
        ...usd(18),
        minimum_notice_minutes: 120,
      },
    ],
    sessions: 7,
    joined_days_ago: 190,
  },
  {
    key: 'james',
    name: 'James Whitfield',
    zone: 'America/New_York',
    headline: 'Reads financial models in New York, explains them in plain words',
    promise: 'If you cannot say the model in four sentences, the model is not done. We will find the four.',
    bio: `I value mid-sized companies for a pension fund, which means I spend my days asking where a number came from. I taught evening classes in Queens for six years and miss the chalk.

We can build a model from an annual report, prepare for a finance interview, or sort out what a first salary should do each month.`,
    company: 'Harbor Pension Trust',
    designation: 'Investment analyst',
    years: 11,
    skills: ['Finance', 'Spreadsheets', 'Interviews', 'First job'],
    languages: ['en', 'fr'],
    week: { ...each([1, 2, 3], '07:00-09:00'), 4: ['18:00-21:00'], 6: ['08:00-12:00'] },
    offers: [
      {
        title: 'Model in four sentences',
        description: 'Your model, explained until it is simple, then checked where it matters.',
        minutes: 60,
        ...usd(60),
        minimum_notice_minutes: 720,
      },
      {
        title: 'Finance interview practice',
        description: 'Thirty minutes of questions, fifteen of notes.',
        minutes: 45,
        ...usd(45),
        minimum_notice_minutes: 480,
      },
    ],
    sessions: 6,
    joined_days_ago: 180,
  },
  {
    key: 'eleanor',
    name: 'Eleanor Ashworth',
    zone: 'Europe/London',
    headline: 'Historian in Leeds. Helps dissertations find their argument.',
    promise: 'You talk, I write down the sentence you did not notice you said. That is usually the thesis.',
    bio: `I have supervised forty-one dissertations, three of them mine in the sense that I rewrote the chapter headings at night. I work on the history of weather forecasting, so I am at ease with uncertainty.

Structure, argument, footnotes, applications to British universities, and the particular loneliness of the second year. Send up to ten pages and I will have read them.`,
    company: 'Aire Valley University',
    designation: 'Senior lecturer',
    years: 16,
    skills: ['Writing', 'Research', 'Graduate school', 'Scholarships'],
    languages: ['en', 'fr'],
    week: { ...each([1, 3], '12:00-14:00'), 2: ['16:00-19:00'], 5: ['09:30-12:30'] },
    offers: [
      {
        title: 'Find the argument',
        description: 'Ten pages read beforehand, one hour on what they really say.',
        minutes: 60,
        ...gbp(48),
        minimum_notice_minutes: 2880,
      },
      {
        title: 'Scholarship letter',
        description: 'One page, three drafts, all within the session.',
        minutes: 45,
        ...gbp(36),
        minimum_notice_minutes: 1440,
      },
    ],
    sessions: 6,
    joined_days_ago: 175,
  },
  {
    key: 'sujata',
    name: 'सुजाता श्रेष्ठ',
    zone: 'Asia/Kathmandu',
    headline: 'Public health planner in Kathmandu, from village clinics to budgets',
    promise: 'We begin with one family in one valley. The logframe can wait.',
    bio: `I plan maternal health programmes in hill districts where the road ends an hour before the clinic does. I have written many proposals and, more usefully, closed a few projects honestly.

I help students of public health with field work, proposals and first jobs in organisations large and small. English, Nepali and Hindi are all fine.`,
    company: 'Himal Care Network',
    designation: 'Programme planner',
    years: 12,
    skills: ['Public health', 'Writing', 'Research', 'Scholarships'],
    languages: ['ne', 'en', 'hi'],
    week: { ...each([7, 1, 3], '07:00-09:00'), 5: ['17:00-19:30'], 6: ['08:00-12:00'] },
    offers: [
      {
        title: 'Proposal reading',
        description: 'I read it as the person who pays would, then as the nurse who has to do it.',
        minutes: 45,
        ...inr(900),
        minimum_notice_minutes: 480,
      },
      {
        title: 'Planning field work',
        description: 'Permits, people, questionnaires, rain.',
        minutes: 60,
        ...inr(1100),
        minimum_notice_minutes: 480,
      },
    ],
    sessions: 6,
    joined_days_ago: 165,
  },
  {
    key: 'kavitha',
    name: 'கவிதா முருகன்',
    zone: 'Asia/Kolkata',
    headline: 'Chartered accountant in Chennai who likes small shops',
    promise: 'Bring the shoe box of receipts. We leave with a page you can show the bank.',
    bio: `I keep the books of bakeries, tailors and one circus. My clients taught me that fear of numbers is mostly fear of being laughed at, so nobody is laughed at here.

For students I offer a path through the CA papers that leaves room for sleep; for founders, prices, GST and the first hire. Tamil or English.`,
    company: 'Murugan & Associates',
    designation: 'Chartered accountant',
    years: 14,
    skills: ['Accounting', 'Pricing', 'Small business', 'Exams'],
    languages: ['ta', 'en'],
    week: { ...each([1, 2, 4, 5], '19:00-21:00'), 7: ['10:00-12:30'] },
    offers: [
      {
        title: 'Your numbers on one page',
        description: 'What came in, what went out, what you may spend.',
        minutes: 45,
        ...inr(850),
        minimum_notice_minutes: 120,
      },
      {
        title: 'Plan for the next CA paper',
        description: 'Six weeks, honest hours, one day off.',
        minutes: 30,
        ...inr(550),
        minimum_notice_minutes: 120,
      },
    ],
    sessions: 5,
    joined_days_ago: 160,
  },
  {
    key: 'maria',
    name: 'Maria Aparecida Guimarães de Albuquerque Cavalcanti dos Santos e Vasconcelos',
    zone: 'America/Sao_Paulo',
    headline: 'Structural engineer in São Paulo. Bridges, balconies, and how to say no.',
    promise: 'Draw me the load path. If the arrow stops, so do we, and then we mend it.',
    bio: `My name fills a form by itself; my bridges are shorter. I check other people’s structures for a city that builds faster than it thinks.

We can go through a project of yours from the ground up, prepare for a licence examination, or practise the meeting in which you tell an architect that the balcony stays inside.`,
    company: 'Prefeitura, Obras de Arte',
    designation: 'Structural engineer',
    years: 18,
    skills: ['Structures', 'Civil engineering', 'Exams', 'Working with people'],
    languages: ['pt', 'en', 'es'],
    week: { ...each([1, 4], '08:00-10:30'), 6: ['09:00-12:00'] },
    offers: [
      {
        title: 'Follow the load',
        description: 'Your project, from roof to soil, with every arrow accounted for.',
        minutes: 60,
        ...usd(35),
        minimum_notice_minutes: 720,
      },
      {
        title: 'Difficult meeting, rehearsed',
        description: 'I play the architect. I have had good teachers.',
        minutes: 30,
        ...usd(20),
        minimum_notice_minutes: 240,
      },
    ],
    sessions: 5,
    joined_days_ago: 155,
  },
  {
    key: 'ken',
    name: '高橋 健',
    zone: 'Asia/Tokyo',
    headline: 'Quality engineer in Osaka. Twenty years of asking why five times.',
    promise: 'We go to where it happens, even if that is a video of your bench. Then we count.',
    bio: `I walk factory floors. Bearings, lunch boxes, once a piano. The method is always the same: look, count, change one thing, look again.

I help young engineers with their first improvement project and with the report that follows it. Some like to practise technical Japanese with me on the way.`,
    company: 'Naniwa Bearings',
    designation: 'Quality engineer',
    years: 20,
    skills: ['Manufacturing', 'Statistics', 'Quality', 'Japanese'],
    languages: ['ja', 'en'],
    week: { ...each([2, 3, 5], '19:00-22:00'), 7: ['09:00-12:00'] },
    offers: [
      {
        title: 'First improvement project',
        description: 'One defect, one measurement, a plan for four weeks.',
        minutes: 50,
        ...jpy(4500),
        minimum_notice_minutes: 720,
      },
      {
        title: 'Technical Japanese for interviews',
        description: 'Your own work, explained in Japanese that an engineer would use.',
        minutes: 30,
        ...jpy(2800),
        minimum_notice_minutes: 480,
      },
    ],
    sessions: 4,
    joined_days_ago: 150,
  },
  {
    key: 'olha',
    name: 'Ольга Шевченко',
    zone: 'Europe/Kyiv',
    headline: 'Test engineer in Kyiv. Finds the bug, then writes it a kind letter.',
    promise: 'Give me your app for ten minutes. You will watch, and afterwards you will test differently.',
    bio: `I test medical software, where a wrong unit is not a small thing. I came from teaching chemistry and still keep a lab book.

For beginners: how to look, how to write a report that gets fixed, what to automate first. For developers: tests that say what the product does. I plan around power cuts and have never missed a session.`,
    company: 'Dnipro Medical Systems',
    designation: 'Lead test engineer',
    years: 9,
    skills: ['Testing', 'Automation', 'TypeScript', 'Switching careers'],
    languages: ['uk', 'en'],
    week: { ...each([1, 3], '18:00-20:30'), 4: ['09:00-11:00'], 6: ['10:00-13:00'] },
    offers: [
      {
        title: 'Watch me test it',
        description: 'Your app, my curiosity, a written list at the end.',
        minutes: 45,
        ...eur(25),
        minimum_notice_minutes: 240,
      },
      {
        title: 'From manual to automated',
        description: 'Which three tests to write first, and in what.',
        minutes: 60,
        ...eur(34),
        minimum_notice_minutes: 240,
      },
    ],
    sessions: 4,
    joined_days_ago: 140,
  },
  {
    key: 'seoyeon',
    name: '박서연',
    zone: 'Asia/Seoul',
    headline: 'Game designer in Seoul. Makes the first ten minutes of games.',
    promise: 'I play, you keep quiet, and then we talk about where my hand hesitated.',
    bio: `I design openings: the minutes in which a player decides to stay. Two puzzle games, one large one I may not name, and a card game that sold eleven copies and taught me everything.

Prototype reviews, portfolio for game companies in Korea and abroad, and how to cut a design until it can be built by two people.`,
    company: 'Moonjar Games',
    designation: 'Game designer',
    years: 7,
    skills: ['Game design', 'Prototyping', 'Portfolio review', 'Unity'],
    languages: ['ko', 'en'],
    week: { ...each([2, 4], '20:00-23:00'), 6: ['13:00-18:00'] },
    offers: [
      {
        title: 'Playtest, silent',
        description: 'I play your build without help. Then an hour’s worth of notes in fifteen minutes.',
        minutes: 45,
        ...usd(32),
        minimum_notice_minutes: 480,
      },
      {
        title: 'Portfolio for studios',
        description: 'What to show, what to cut, what to say about work in a team.',
        minutes: 60,
        ...usd(42),
        minimum_notice_minutes: 480,
      },
    ],
    sessions: 3,
    joined_days_ago: 135,
  },
  {
    key: 'kabir',
    name: 'Kabir Malhotra',
    zone: 'Asia/Kolkata',
    headline: 'Design lead for maps in four Indian languages',
    promise: 'We look at your screen in Punjabi, at arm’s length, in sunlight. Then we fix the spacing.',
    bio: `Maps look finished until you set them in Devanagari. I lead a small team that makes them work in Hindi, Punjabi, Tamil and Bengali, on cheap phones, outdoors.

I am new here, so the first hello is free. Design systems, scripts other than Latin, and portfolios of people who draw interfaces for places they know.`,
    company: 'Disha Maps',
    designation: 'Design lead',
    years: 9,
    skills: ['Portfolio review', 'Design systems', 'Maps', 'Typography'],
    languages: ['en', 'hi', 'pa'],
    week: { ...each([3, 5], '18:00-21:00'), 6: ['16:00-19:00'], 7: ['11:00-13:00'] },
    offers: [
      {
        title: 'Portfolio review',
        description: 'Three projects, one hour’s worth of opinions in thirty minutes.',
        minutes: 30,
        ...inr(700),
        minimum_notice_minutes: 240,
      },
      {
        title: 'First hello',
        description: 'Twenty minutes to find out whether I am the right person for you.',
        minutes: 20,
        ...inr(0),
        minimum_notice_minutes: 120,
        most_per_day: 2,
      },
    ],
    sessions: 1,
    joined_days_ago: 24,
  },
]
