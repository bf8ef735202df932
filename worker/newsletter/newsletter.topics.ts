import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { hashOf, newId, newSecret } from '../lib/ids'
import type { Jobs } from '../lib/jobs'
import type { Topics } from '../lib/outbox'
import { sendLetter } from '../notifications/letters'
import * as data from './newsletter.data'
import { leavingLinks } from './newsletter.links'

/** Anybody may have typed the address: it is called by no name. */
const reader = (email: string) => ({ name: 'there', time_zone: 'UTC', email })

/** The secret is made at the moment of sending, and only its hash is kept. */
async function askBack(env: Environment, { address_hash }: { address_hash: string }): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const [subscriber] = await read(db, data.subscriberWith(db, address_hash))
  if (!subscriber || subscriber.confirmed_at) return
  const token = newSecret()
  await write(db, [data.keepLink(db, await hashOf(token), address_hash, at)])
  await sendLetter(env, {
    id: newId(at),
    kind: 'newsletter_confirm',
    to: reader(subscriber.email),
    data: { path: `/newsletter/confirm?token=${token}` },
    leave: await leavingLinks(env, subscriber.email),
  })
}

async function welcome(env: Environment, { address_hash }: { address_hash: string }): Promise<void> {
  const db = unmetered(env)
  const [subscriber] = await read(db, data.subscriberWith(db, address_hash))
  if (!subscriber?.confirmed_at) return
  await sendLetter(env, {
    id: `newsletter_welcome:${address_hash}:${subscriber.confirmed_at.getTime()}`,
    kind: 'newsletter_welcome',
    to: reader(subscriber.email),
    data: { path: '/newsletter' },
    leave: await leavingLinks(env, subscriber.email),
  })
}

export const newsletterTopics: Topics = { newsletter_confirm: askBack, newsletter_welcome: welcome }

export const nightlyNewsletterJobs: Jobs = {
  forget_unconfirmed_subscribers: async (env) => {
    const db = unmetered(env)
    const results = await write(db, data.forgetUnconfirmed(db, now()))
    return (results.at(-1) as unknown[]).length
  },
}
