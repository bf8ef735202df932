import { accountJobs } from './accounts/accounts.jobs'
import { accountRoutes } from './accounts/accounts.routes'
import { accountTopics } from './accounts/accounts.topics'
import { registrationRoutes } from './accounts/registrations.routes'
import { availabilityRoutes } from './availability/availability.routes'
import { bookingJobs } from './bookings/bookings.jobs'
import { bookingRoutes } from './bookings/bookings.routes'
import { holdRoutes } from './bookings/holds.routes'
import { chatRoutes } from './chat/chat.routes'
import { chatTopics } from './chat/chat.topics'
import type { Jobs } from './lib/jobs'
import type { Topics } from './lib/outbox'
import { spineJobs } from './lib/spine.jobs'
import { directoryRoutes } from './mentors/directory.routes'
import { mentorRoutes } from './mentors/mentors.routes'
import { notificationRoutes } from './notifications/notifications.routes'
import { notificationTopics } from './notifications/notifications.topics'
import { paymentJobs } from './payments/payments.jobs'
import { paymentRoutes } from './payments/payments.routes'
import { paymentTopics } from './payments/payments.topics'
import { seedJobs } from './seed/plant'
import { siteJobs } from './site/site.jobs'
import { siteRoutes } from './site/site.routes'
import { studentRoutes } from './students/students.routes'

export const slices = [
  registrationRoutes,
  accountRoutes,
  studentRoutes,
  directoryRoutes,
  mentorRoutes,
  availabilityRoutes,
  holdRoutes,
  bookingRoutes,
  paymentRoutes,
  chatRoutes,
  notificationRoutes,
  siteRoutes,
]

/** Work that a queue carries, by topic. */
export const topics: Topics = { ...accountTopics, ...paymentTopics, ...notificationTopics, ...chatTopics }

/** Run each minute by cron, in this order. */
export const jobs: Jobs = { ...bookingJobs, ...paymentJobs, ...accountJobs, ...spineJobs }
/** Run once a day. */
export const nightly: Jobs = siteJobs
/** Run only when asked for by name, and only in development. */
export const asked: Jobs = seedJobs
