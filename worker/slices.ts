import { accountJobs } from './accounts/accounts.jobs'
import { accountRoutes } from './accounts/accounts.routes'
import { closingJobs } from './accounts/closing.jobs'
import { closingRoutes } from './accounts/closing.routes'
import { closingTopics } from './accounts/closing.topics'
import { exportJobs } from './accounts/exports.jobs'
import { deviceRoutes } from './accounts/devices.routes'
import { emailChangeRoutes } from './accounts/email-changes.routes'
import { emailRoutes } from './accounts/emails.routes'
import { emailTopics } from './accounts/emails.topics'
import { exportRoutes } from './accounts/exports.routes'
import { exportTopics } from './accounts/exports.topics'
import { completenessRoutes } from './accounts/completeness.routes'
import { googleJoiningRoutes } from './accounts/google.joining.routes'
import { googleLinkingRoutes } from './accounts/google.linking.routes'
import { googleRoutes } from './accounts/google.routes'
import { googleSettingsRoutes } from './accounts/google.settings.routes'
import { googleJobs, googleTopics } from './accounts/google.topics'
import { loginRoutes } from './accounts/logins.routes'
import { passwordRoutes } from './accounts/passwords.routes'
import { passwordTopics } from './accounts/passwords.topics'
import { preferenceRoutes } from './accounts/preferences.routes'
import { registrationRoutes } from './accounts/registrations.routes'
import { totpRoutes } from './accounts/totp.routes'
import { availabilityRoutes } from './availability/availability.routes'
import { bookingJobs } from './bookings/bookings.jobs'
import { bookingRoutes } from './bookings/bookings.routes'
import { holdRoutes } from './bookings/holds.routes'
import { chatRoutes } from './chat/chat.routes'
import { chatTopics } from './chat/chat.topics'
import { documentRoutes } from './files/documents.routes'
import { fileJobs, fileTopics, nightlyFileJobs } from './files/files.jobs'
import { fileRoutes } from './files/files.routes'
import { pictureRoutes } from './files/pictures.routes'
import type { Jobs } from './lib/jobs'
import type { Topics } from './lib/outbox'
import { spineJobs } from './lib/spine.jobs'
import { applicationRoutes } from './mentors/applications.routes'
import { checkJobs } from './mentors/checks.jobs'
import { checkRoutes } from './mentors/checks.routes'
import { checkTopics } from './mentors/checks.topics'
import { decisionRoutes } from './mentors/decisions.routes'
import { directoryRoutes } from './mentors/directory.routes'
import { mentorRoutes } from './mentors/mentors.routes'
import { nightlyOpeningJobs, openingJobs } from './mentors/openings.jobs'
import { openingTopics } from './mentors/openings.topics'
import { proofRoutes } from './mentors/proofs.routes'
import { notificationRoutes } from './notifications/notifications.routes'
import { notificationTopics } from './notifications/notifications.topics'
import { paymentJobs } from './payments/payments.jobs'
import { paymentRoutes } from './payments/payments.routes'
import { paymentTopics } from './payments/payments.topics'
import { seedJobs } from './seed/plant'
import { siteJobs } from './site/site.jobs'
import { favouriteRoutes } from './favourites/favourites.routes'
import { guardianRoutes } from './guardians/guardians.routes'
import { guardianTopics } from './guardians/guardians.topics'
import { wishRoutes } from './wishes/wishes.routes'
import { searchRoutes } from './searches/searches.routes'
import { skillJobs } from './skills/skills.jobs'
import { proposalRoutes } from './skills/proposals.routes'
import { skillRoutes } from './skills/skills.routes'
import { siteRoutes } from './site/site.routes'
import { sitemapRoutes } from './site/sitemap.routes'
import { studentPageRoutes } from './students/pages.routes'
import { studentRoutes } from './students/students.routes'

export const slices = [
  registrationRoutes,
  loginRoutes,
  accountRoutes,
  emailRoutes,
  emailChangeRoutes,
  passwordRoutes,
  deviceRoutes,
  totpRoutes,
  googleRoutes,
  googleJoiningRoutes,
  googleLinkingRoutes,
  googleSettingsRoutes,
  preferenceRoutes,
  completenessRoutes,
  closingRoutes,
  exportRoutes,
  studentRoutes,
  studentPageRoutes,
  directoryRoutes,
  mentorRoutes,
  applicationRoutes,
  proofRoutes,
  decisionRoutes,
  checkRoutes,
  availabilityRoutes,
  holdRoutes,
  bookingRoutes,
  paymentRoutes,
  chatRoutes,
  notificationRoutes,
  pictureRoutes,
  documentRoutes,
  fileRoutes,
  siteRoutes,
  skillRoutes,
  proposalRoutes,
  sitemapRoutes,
  favouriteRoutes,
  searchRoutes,
  guardianRoutes,
  wishRoutes,
]

/** Work that a queue carries, by topic. */
export const topics: Topics = {
  ...emailTopics,
  ...passwordTopics,
  ...googleTopics,
  ...paymentTopics,
  ...guardianTopics,
  ...notificationTopics,
  ...chatTopics,
  ...checkTopics,
  ...fileTopics,
  ...openingTopics,
  ...closingTopics,
  ...exportTopics,
}

/** Run each minute by cron, in this order. */
export const jobs: Jobs = {
  ...bookingJobs,
  ...paymentJobs,
  ...accountJobs,
  ...googleJobs,
  ...checkJobs,
  ...fileJobs,
  ...openingJobs,
  ...exportJobs,
  ...spineJobs,
}
/** Run once a day. */
export const nightly: Jobs = { ...siteJobs, ...nightlyOpeningJobs, ...skillJobs, ...nightlyFileJobs, ...closingJobs }
/** Run only when asked for by name, and only in development. */
export const asked: Jobs = seedJobs
