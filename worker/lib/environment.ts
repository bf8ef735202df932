import type { Conversation } from '../chat/conversation'
import type { Announcer } from '../community/announcer'
import type { Meeting } from '../meetings/meeting'
import type { Inbox } from '../notifications/inbox'

/** What wrangler.toml and the secrets give the Worker. Optional ones have a sandbox in development. */
export interface Environment {
  DB: D1Database
  FILES: R2Bucket
  WORK: Queue<{ id: string }>
  CONVERSATION: DurableObjectNamespace<Conversation>
  INBOX: DurableObjectNamespace<Inbox>
  MEETING: DurableObjectNamespace<Meeting>
  ANNOUNCER: DurableObjectNamespace<Announcer>
  ADDRESS_LIMIT: RateLimit
  PUBLIC_ORIGIN: string
  CONTACT_EMAIL: string
  /** What offers may cost in, ISO 4217 codes separated by commas. */
  CURRENCIES: string
  MAIL_FROM: string
  /** Only `development` opens the sandbox; anything else, and nothing at all, is production. */
  ENVIRONMENT?: string
  /** 32 random bytes in base 64: seals what the database must not be able to read. */
  SECRET_KEY?: string
  GOOGLE_CLIENT_ID?: string
  GOOGLE_CLIENT_SECRET?: string
  RAZORPAY_KEY_ID?: string
  RAZORPAY_KEY_SECRET?: string
  RAZORPAY_WEBHOOK_SECRETS?: string
  MAIL_URL?: string
  /** An HTTP mail API in Resend's form; its address where it is not Resend itself. */
  MAIL_API_KEY?: string
  MAIL_API_URL?: string
  /** What the provider signs its reports of bounces with, whsec_…; two separated by a comma while one goes. */
  MAIL_WEBHOOK_SECRETS?: string
  /** Who answers complaints; nobody is named where one of these is missing. */
  GRIEVANCE_NAME?: string
  GRIEVANCE_ADDRESS?: string
  GRIEVANCE_EMAIL?: string
  GRIEVANCE_PHONE?: string
  GRIEVANCE_HOURS?: string
  /** Tests only: compares every answer with its declaration. */
  CHECK_ANSWERS?: string
}

export const isDevelopment = (env: Pick<Environment, 'ENVIRONMENT'>): boolean => env.ENVIRONMENT === 'development'
