import type { GuestView, Place } from '../contract/events.constants'

export interface SeedEvent {
  key: string
  /** Of a mentor, or the admin. */
  by: string
  title: string
  description: string
  zone: string
  /** Days from now, and the time on the wall there. */
  days: number
  at: string
  minutes: number
  place: Place
  location?: string
  online_link?: string
  capacity?: number
  guests: GuestView
  /** In the order in which they asked. */
  people: string[]
  /** Of those who were going, who stayed away from one that is over. */
  missed?: string[]
}

const room = (name: string): string => `https://meet.example.com/${name}`

export const EVENT_PLANS: SeedEvent[] = [
  {
    key: 'design-round',
    by: 'mira',
    title: 'One system design round, watched by everybody',
    description:
      'Two volunteers, one whiteboard, forty minutes. I stop them where an interviewer would, and the room says what it would have asked.\n\nNo slides. Bring paper and the system you know best.',
    zone: 'Asia/Kolkata',
    days: 6,
    at: '18:30',
    minutes: 90,
    place: 'online',
    online_link: room('design-round'),
    capacity: 12,
    guests: 'names',
    people: [
      'asha',
      'arjun',
      'rohan',
      'chidi',
      'harleen',
      'imran',
      'sofia',
      'tenzin',
      'diego',
      'amara',
      'anirban',
      'lakshmi',
      'fatima',
      'yuki',
      'vivek',
    ],
  },
  {
    key: 'portfolio-evening',
    by: 'haruka',
    title: 'Portfolio evening: ten minutes each',
    description:
      'Six people show one project in ten minutes. We say what we understood, then what we did not. If you only want to listen, come and listen.',
    zone: 'Asia/Tokyo',
    days: 9,
    at: '20:00',
    minutes: 80,
    place: 'online',
    online_link: room('portfolio-evening'),
    capacity: 30,
    guests: 'names',
    people: ['ananya', 'yuki', 'siyuan', 'doyoon', 'nattawut', 'asha'],
  },
  {
    key: 'first-payslip',
    by: 'gurpreet',
    title: 'Reading your first offer letter, line by line',
    description:
      'Fixed, variable, joining bonus, notice period, clawback. We read an invented offer together, and everybody leaves with five questions to ask before signing.\n\nWe speak English and Punjabi.',
    zone: 'America/Toronto',
    days: 12,
    at: '11:00',
    minutes: 60,
    place: 'online',
    online_link: room('offer-letter'),
    guests: 'counts',
    people: ['harleen', 'imran', 'daniel', 'rohan', 'joseph', 'ritika', 'ciaran'],
  },
  {
    key: 'type-walk',
    by: 'lucia',
    title: 'A walk along the shop signs of Madrid',
    description:
      'Three streets, a hundred years of lettering, and a stop for coffee. I show what changed when plastic came. Wear shoes you can stand in.',
    zone: 'Europe/Madrid',
    days: 16,
    at: '10:30',
    minutes: 150,
    place: 'in_person',
    location: 'Plaza de Cascorro, beside the statue, Madrid',
    capacity: 10,
    guests: 'names',
    people: ['sofia', 'diego', 'ines'],
  },
  {
    key: 'welcome',
    by: 'admin',
    title: 'New to AspireX: how to find a mentor and what to ask first',
    description:
      'Half an hour with our team. We look for a mentor together, book a free first talk, and write the message that goes before it. Questions are welcome at any time.\n\nIt is free, as all our own events are.',
    zone: 'Asia/Kolkata',
    days: 3,
    at: '19:00',
    minutes: 45,
    place: 'online',
    online_link: room('welcome'),
    capacity: 200,
    guests: 'counts',
    people: [
      'ananya',
      'arjun',
      'daniel',
      'fatima',
      'chidi',
      'noa',
      'ayesha',
      'eleni',
      'dmytro',
      'selam',
      'wayan',
      'gabriela',
    ],
  },
  {
    key: 'night-shift',
    by: 'wanjiru',
    title: 'What a night on call is like',
    description:
      'I open my own log of one bad night: what paged me, what I tried first, and what I should have tried first. For people who will be on call soon and would like to have been there once before.',
    zone: 'Africa/Nairobi',
    days: 20,
    at: '17:00',
    minutes: 75,
    place: 'online',
    online_link: room('night-shift'),
    capacity: 40,
    guests: 'counts',
    people: ['chidi', 'amara', 'zawadi', 'thandeka', 'asha', 'selam'],
  },
  {
    key: 'valley',
    by: 'sujata',
    title: 'Study circle in Patan: statistics without fear',
    description:
      'We meet in the library, six at two tables. This time: what an average hides. Bring a newspaper with at least one chart in it.',
    zone: 'Asia/Kathmandu',
    days: 23,
    at: '16:15',
    minutes: 120,
    place: 'in_person',
    location: 'Reading room on the first floor, Patan Library',
    capacity: 12,
    guests: 'names',
    people: ['tenzin', 'anirban'],
  },
  {
    key: 'letters',
    by: 'eleanor',
    title: 'The letter that comes with your CV',
    description:
      'Everybody writes one paragraph in the first ten minutes. Then I read some of them aloud, without names, and we make each half as long.',
    zone: 'Europe/London',
    days: 30,
    at: '18:00',
    minutes: 60,
    place: 'online',
    online_link: room('letters'),
    capacity: 25,
    guests: 'counts',
    people: ['oliver', 'ciaran', 'mei', 'pooja'],
  },
  {
    key: 'sql-clinic',
    by: 'meera',
    title: 'SQL clinic: bring the query that frightens you',
    description: 'Eight queries in an hour. We read the plan before we touch a word.',
    zone: 'Asia/Kolkata',
    days: -5,
    at: '18:00',
    minutes: 60,
    place: 'online',
    online_link: room('sql-clinic'),
    capacity: 20,
    guests: 'names',
    people: ['asha', 'arjun', 'lakshmi', 'vivek', 'kritika', 'farhan', 'devika'],
    missed: ['kritika'],
  },
  {
    key: 'research',
    by: 'elif',
    title: 'Five interviews before you draw anything',
    description: 'How to find five people, what to ask, and how to keep quiet. We practise the keeping quiet.',
    zone: 'Europe/Istanbul',
    days: -13,
    at: '19:30',
    minutes: 90,
    place: 'online',
    online_link: room('five-interviews'),
    guests: 'counts',
    people: ['ananya', 'irem', 'mahnoor', 'sofia', 'noa'],
    missed: ['noa', 'sofia'],
  },
  {
    key: 'berlin',
    by: 'lukas',
    title: 'Open desk at the maker space',
    description: 'Bring the board that does not boot. Soldering irons are there, oscilloscopes too.',
    zone: 'Europe/Berlin',
    days: -21,
    at: '15:00',
    minutes: 180,
    place: 'in_person',
    location: 'Maker space, second yard, Berlin-Wedding',
    capacity: 8,
    guests: 'names',
    people: ['lukasz', 'benedikt', 'dmytro'],
  },
  {
    key: 'kickoff',
    by: 'admin',
    title: 'AspireX for campus groups: questions and answers',
    description: 'For those who run a study group: how several of you can learn with one mentor, and what it costs.',
    zone: 'Asia/Kolkata',
    days: -34,
    at: '17:00',
    minutes: 60,
    place: 'online',
    online_link: room('campus'),
    guests: 'counts',
    people: ['harleen', 'imran', 'ritika', 'joseph', 'sanjana', 'farhan'],
    missed: ['joseph'],
  },
]
