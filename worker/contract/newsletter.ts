import * as z from 'zod'
import { LinkToken } from './accounts'
import { Email, Instant, pageOf } from './common'

export const NewsletterWish = z.strictObject({ email: Email }).meta({ id: 'NewsletterWish' })
export const NewsletterToken = z.strictObject({ token: LinkToken }).meta({ id: 'NewsletterToken' })
export const NewsletterAnswer = z.object({ message: z.string() }).meta({ id: 'NewsletterAnswer' })
export const NewsletterState = z.object({ subscribed: z.boolean() }).meta({ id: 'NewsletterState' })

export const MyNewsletter = z
  .object({ subscribed: z.boolean(), since: Instant.nullable(), email: z.string() })
  .meta({ id: 'MyNewsletter' })
export const MyNewsletterChange = z.strictObject({ subscribed: z.boolean() }).meta({ id: 'MyNewsletterChange' })

const issue = { slug: z.string(), subject: z.string(), sent_at: Instant }
export const IssuePath = z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/) })
export const NewsletterIssue = z
  .object({ ...issue, text: z.string().meta({ description: 'The markdown of posts' }) })
  .meta({ id: 'NewsletterIssue' })
export const NewsletterIssuePage = pageOf(z.object(issue).meta({ id: 'NewsletterIssueLine' })).meta({
  id: 'NewsletterIssuePage',
})
