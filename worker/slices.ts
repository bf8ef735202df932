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
import { bounceRoutes } from './mail/bounces.routes'
import { deadMailRoutes } from './mail/dead.routes'
import { digestTopics } from './mail/digest.topics'
import { mailRoutes } from './mail/mail.routes'
import { preferenceRoutes } from './accounts/preferences.routes'
import { registrationRoutes } from './accounts/registrations.routes'
import { totpRoutes } from './accounts/totp.routes'
import { availabilityRoutes } from './availability/availability.routes'
import { busyCalendarRoutes } from './availability/busy-calendars.routes'
import { calendarJobs, calendarTopics } from './availability/busy-calendars.topics'
import { exceptionRoutes } from './availability/exceptions.routes'
import { whyRoutes } from './availability/why.routes'
import { offerRoutes } from './availability/offers.routes'
import { bookingJobs } from './bookings/bookings.jobs'
import { bookingRoutes } from './bookings/bookings.routes'
import { holdRoutes } from './bookings/holds.routes'
import { moveRoutes } from './bookings/moves.routes'
import { bookingProposalRoutes } from './bookings/proposals.routes'
import { requestRoutes } from './bookings/requests.routes'
import { calendarRoutes } from './calendars/calendars.routes'
import { reminderJobs, nightlyCalendarJobs } from './calendars/calendars.jobs'
import { attachmentRoutes } from './chat/attachments.routes'
import { chatJobs, nightlyChatJobs } from './chat/chat.jobs'
import { chatRoutes } from './chat/chat.routes'
import { chatTopics } from './chat/chat.topics'
import { messageRoutes } from './chat/messages.routes'
import { safetyRoutes } from './chat/safety.routes'
import { documentRoutes } from './files/documents.routes'
import { fileJobs, fileTopics, nightlyFileJobs } from './files/files.jobs'
import { fileRoutes } from './files/files.routes'
import { pictureRoutes } from './files/pictures.routes'
import { communityTopics } from './community/announcing.topics'
import { nightlyCommentJobs } from './community/comments.jobs'
import { commentRoutes } from './community/comments.routes'
import { draftRoutes } from './community/drafts.routes'
import { feedRoutes } from './community/feeds.routes'
import { flagRoutes } from './community/flags.routes'
import { followRoutes } from './community/follows.routes'
import { markRoutes } from './community/marks.routes'
import { moderationRoutes } from './community/moderation.routes'
import { postPictureRoutes } from './community/pictures.routes'
import { postingRoutes } from './community/posting.routes'
import { nightlyPostJobs, postJobs } from './community/posts.jobs'
import { responseRoutes } from './community/responses.routes'
import { tagRoutes } from './community/tags.routes'
import type { Jobs } from './lib/jobs'
import type { Topics } from './lib/outbox'
import { spineJobs } from './lib/spine.jobs'
import { contestRoutes } from './meetings/contests.routes'
import { meetingJobs } from './meetings/meetings.jobs'
import { meetingRoutes } from './meetings/meetings.routes'
import { meetingTopics } from './meetings/meetings.topics'
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
import { ledgerJobs } from './payments/ledger.jobs'
import { paymentJobs } from './payments/payments.jobs'
import { invoiceRoutes } from './payments/invoices.routes'
import { parkedRoutes } from './payments/parked.routes'
import { paymentRoutes } from './payments/payments.routes'
import { paymentTopics } from './payments/payments.topics'
import { receiptRoutes } from './payments/receipts.routes'
import { badgeRoutes } from './reviews/badges.routes'
import { badgeTopics } from './reviews/badges.topics'
import { reportRoutes } from './reviews/reports.routes'
import { nightlyReviewJobs, reviewJobs } from './reviews/reviews.jobs'
import { reviewRoutes } from './reviews/reviews.routes'
import { earningsRoutes } from './payouts/earnings.routes'
import { payoutExportRoutes } from './payouts/exports.routes'
import { payoutRoutes } from './payouts/payouts.routes'
import { profileRoutes } from './payouts/profiles.routes'
import { withdrawalRoutes } from './payouts/withdrawals.routes'
import { seedJobs } from './seed/plant'
import { siteJobs } from './site/site.jobs'
import { eventRoutes } from './events/events.routes'
import { eventJobs, nightlyEventJobs } from './events/events.jobs'
import { eventTopics } from './events/events.topics'
import { guestRoutes } from './events/guests.routes'
import { rsvpRoutes } from './events/rsvps.routes'
import { eventWritingRoutes } from './events/writing.routes'
import { favouriteRoutes } from './favourites/favourites.routes'
import { goalJobs } from './goals/goals.jobs'
import { homeRoutes } from './home/home.routes'
import { viewJobs } from './mentors/views.jobs'
import { viewRoutes } from './mentors/views.routes'
import { goalRoutes } from './goals/goals.routes'
import { sharingRoutes } from './goals/sharing.routes'
import { takeawayRoutes } from './goals/takeaways.routes'
import { guardianRoutes } from './guardians/guardians.routes'
import { guardianTopics } from './guardians/guardians.topics'
import { newsletterIssueRoutes } from './newsletter/issues.routes'
import { newsletterLeavingRoutes } from './newsletter/leaving.routes'
import { newsletterRoutes } from './newsletter/newsletter.routes'
import { newsletterTopics, nightlyNewsletterJobs } from './newsletter/newsletter.topics'
import { supportFileRoutes } from './support/attachments.routes'
import { contactRoutes } from './support/contact.routes'
import { grievanceDeskRoutes } from './support/grievance-desk.routes'
import { grievanceRoutes } from './support/grievances.routes'
import { inboxRoutes } from './support/inbox.routes'
import { nightlySupportJobs, supportJobs } from './support/support.jobs'
import { supportTopics } from './support/support.topics'
import { ticketRoutes } from './support/tickets.routes'
import { taskRoutes } from './tasks/tasks.routes'
import { wishRoutes } from './wishes/wishes.routes'
import { everywhereRoutes } from './searches/everywhere.routes'
import { searchRoutes } from './searches/searches.routes'
import { skillJobs } from './skills/skills.jobs'
import { proposalRoutes } from './skills/proposals.routes'
import { skillRoutes } from './skills/skills.routes'
import { siteRoutes } from './site/site.routes'
import { sitemapRoutes } from './site/sitemap.routes'
import { learnedRoutes } from './students/learned.routes'
import { mineRoutes } from './students/mine.routes'
import { studentPageRoutes } from './students/pages.routes'
import { progressRoutes } from './students/progress.routes'
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
  mineRoutes,
  learnedRoutes,
  progressRoutes,
  directoryRoutes,
  mentorRoutes,
  applicationRoutes,
  proofRoutes,
  decisionRoutes,
  checkRoutes,
  availabilityRoutes,
  exceptionRoutes,
  whyRoutes,
  busyCalendarRoutes,
  offerRoutes,
  holdRoutes,
  requestRoutes,
  moveRoutes,
  bookingProposalRoutes,
  bookingRoutes,
  calendarRoutes,
  meetingRoutes,
  contestRoutes,
  paymentRoutes,
  earningsRoutes,
  profileRoutes,
  withdrawalRoutes,
  payoutRoutes,
  payoutExportRoutes,
  receiptRoutes,
  invoiceRoutes,
  parkedRoutes,
  chatRoutes,
  messageRoutes,
  attachmentRoutes,
  safetyRoutes,
  notificationRoutes,
  mailRoutes,
  deadMailRoutes,
  bounceRoutes,
  pictureRoutes,
  documentRoutes,
  fileRoutes,
  siteRoutes,
  skillRoutes,
  proposalRoutes,
  sitemapRoutes,
  eventRoutes,
  eventWritingRoutes,
  rsvpRoutes,
  guestRoutes,
  favouriteRoutes,
  searchRoutes,
  everywhereRoutes,
  guardianRoutes,
  wishRoutes,
  reviewRoutes,
  reportRoutes,
  badgeRoutes,
  goalRoutes,
  homeRoutes,
  viewRoutes,
  sharingRoutes,
  takeawayRoutes,
  taskRoutes,
  ticketRoutes,
  supportFileRoutes,
  inboxRoutes,
  contactRoutes,
  grievanceRoutes,
  grievanceDeskRoutes,
  newsletterRoutes,
  newsletterLeavingRoutes,
  newsletterIssueRoutes,
  feedRoutes,
  postingRoutes,
  draftRoutes,
  markRoutes,
  tagRoutes,
  postPictureRoutes,
  commentRoutes,
  responseRoutes,
  followRoutes,
  flagRoutes,
  moderationRoutes,
]

/** Work that a queue carries, by topic. */
export const topics: Topics = {
  ...emailTopics,
  ...passwordTopics,
  ...googleTopics,
  ...paymentTopics,
  ...guardianTopics,
  ...notificationTopics,
  ...digestTopics,
  ...chatTopics,
  ...meetingTopics,
  ...checkTopics,
  ...calendarTopics,
  ...fileTopics,
  ...openingTopics,
  ...closingTopics,
  ...exportTopics,
  ...badgeTopics,
  ...communityTopics,
  ...supportTopics,
  ...newsletterTopics,
  ...eventTopics,
}

/** Run each minute by cron, in this order. */
export const jobs: Jobs = {
  ...bookingJobs,
  ...reminderJobs,
  ...eventJobs,
  ...meetingJobs,
  ...paymentJobs,
  ...ledgerJobs,
  ...accountJobs,
  ...googleJobs,
  ...checkJobs,
  ...calendarJobs,
  ...chatJobs,
  ...fileJobs,
  ...openingJobs,
  ...exportJobs,
  ...reviewJobs,
  ...supportJobs,
  ...postJobs,
  ...spineJobs,
}
/** Run once a day. */
export const nightly: Jobs = {
  ...siteJobs,
  ...nightlyOpeningJobs,
  ...skillJobs,
  ...nightlyFileJobs,
  ...nightlyCalendarJobs,
  ...closingJobs,
  ...nightlyReviewJobs,
  ...nightlyCommentJobs,
  ...goalJobs,
  ...viewJobs,
  ...nightlyChatJobs,
  ...nightlySupportJobs,
  ...nightlyNewsletterJobs,
  ...nightlyEventJobs,
  ...nightlyPostJobs,
}
/** Run only when asked for by name, and only in development. */
export const asked: Jobs = seedJobs
