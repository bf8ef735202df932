import { env } from 'cloudflare:test'
import { now } from '../lib/clock'
import { answer, api, applicant, student, type Person, type Teacher } from './world'

export const PROFILE = {
  headline: 'Backend engineer who likes old systems',
  bio: 'Nine years of payment systems, most of them in places where nobody remembers why a table has two keys. I help people to read such code without fear.',
  expertise: ['Go', 'SQL'],
  company: 'Harbour Rail',
  portfolio_url: 'https://ravi.example.com/about',
}
export const WORDS = {
  experience: 'I lead a team of six at a ticketing company and have taught evening classes for three years.',
  motivation: 'Two people once gave me an hour each, and I still use what they told me. I want to pass that on.',
}

/** Everything that a submission needs is there; nothing is submitted. */
export async function readyApplicant(wish?: Record<string, unknown>, profile: object = {}): Promise<Teacher> {
  const person = await applicant(wish)
  await answer(api('POST', '/mentor/detail/', { as: person, body: { ...PROFILE, ...profile } }), 200)
  await answer(api('PUT', '/mentor/application/', { as: person, body: WORDS }), 200)
  return person
}

export async function submittedApplicant(): Promise<Teacher> {
  const person = await readyApplicant()
  await answer(api('POST', '/mentor/application/submit/', { as: person }), 200)
  return person
}

/** A second member of staff, so that two can be of two minds. */
export async function colleague(): Promise<Person> {
  const person = await student({ name: 'Colleague' })
  const at = now().getTime()
  await env.DB.batch([
    env.DB.prepare("insert into account_roles (account_id, role, granted_at) values (?, 'admin', ?)").bind(
      person.user.id,
      at,
    ),
    env.DB.prepare('update sessions set second_factor_at = ? where account_id = ?').bind(at, person.user.id),
  ])
  return person
}
