import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { codeIn, elsewhere, mailTo, ticketOf, tokenIn, withTotp } from '../accounts/desk'
import { Browser, joined, joining, letterTo } from '../accounts/google.desk'
import { at, joined as joinedEvent, made, planOf } from '../events/desk'
import { pdf, png } from '../files/samples'
import { commented, posted } from '../community/comments.desk'
import { act, member, published } from '../community/posts.desk'
import { rankPosts } from '../community/posts.jobs'
import { addGoal, addStep, booked, share } from '../goals/desk'
import { codeAt } from '../accounts/totp.rules'
import worker from '../index'
import { now } from '../lib/clock'
import { choosingToken } from '../mail/unsubscribe.token'
import { freeMentor, reviewed, session } from '../reviews/desk'
import { slices } from '../slices'
import { act as actOnTicket, ask, bring, mailAt, picture, tokenAt } from '../support/desk'
import { approve, BANK, funded, setProfile, withdraw } from '../payouts/desk'
import { formOf, send } from './sending'
import { PROFILE, readyApplicant, submittedApplicant } from './applicants'
import {
  admin,
  answer,
  api,
  freeSlots,
  hold,
  mentor,
  minor,
  newcomer,
  ORIGIN,
  student,
  type Person,
  type Teacher,
} from './world'

const routes = slices.flatMap((slice) => slice.routes).map(({ declared }) => declared)

/** Rows one call may read where nothing else is said: a page of twenty with what belongs to each. */
const ROWS = 400

interface Call {
  as?: Person
  path?: Record<string, string>
  query?: string
  /** Of a browser that is on its way. */
  cookie?: string
  body?: unknown
  /** What a form sends instead of a body. */
  form?: Record<string, Uint8Array<ArrayBuffer>>
  /** Statuses that show the handler did its work. */
  status?: number
}
interface Scene {
  asha: Person
  mira: Teacher
  staff: Person
  booking: { id: string }
  order: { razorpay_order_id: string }
  conversation: { id: string }
}
let scene: Scene

beforeAll(async () => {
  const [asha, mira, staff] = [await student(), await mentor(), await admin()]
  const { booking } = await hold(asha, mira, 3)
  const { order } = await answer(
    api('POST', '/mentor/create-order/', { as: asha, body: { booking_id: booking.id } }),
    200,
  )
  const conversation = await answer(
    api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }),
    201,
  )
  scene = { asha, mira, staff, booking, order, conversation }
})

const week = () => `from=${now().toISOString()}&to=${new Date(now().getTime() + 7 * 86_400_000).toISOString()}`

const inDays = (days: number): string => new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** A request that waits for its mentor. */
async function waitingRequest(): Promise<Call> {
  const teacher = await mentor({}, { amount_minor: 0, needs_confirmation: true })
  const { booking } = await hold(await student(), teacher, 2)
  return { as: teacher, path: { id: booking.id } }
}

/** One call of every operation that goes all the way through. */
const draftOfAsha = (): Promise<{ id: string }> =>
  answer(api('POST', '/community/drafts/', { as: scene.asha, body: { text: 'Half' } }), 201)

const CALLS: Record<string, () => Call | Promise<Call>> = {
  registerStudent: () => ({
    body: { name: 'A', email: 'a@example.com', password: 'long enough 1', accepted_terms: true },
    status: 201,
  }),
  registerMentor: () => ({
    body: { name: 'B', email: 'b@example.com', password: 'long enough 2', accepted_terms: true },
    status: 201,
  }),
  logIn: () => ({ body: { email: scene.asha.email, password: scene.asha.password } }),
  logOut: async () => ({ as: await student(), query: 'everywhere=true', status: 204 }),
  me: () => ({ as: scene.asha }),
  listEvents: async () => {
    await made(scene.mira, { repeat: { every: 'week', count: 25 } })
    return { as: scene.asha, query: 'search=interviews&limit=20' }
  },
  createEvent: () => ({ as: scene.mira, body: planOf({ repeat: { every: 'month', count: 5 } }), status: 201 }),
  event: () => anEvent(),
  changeEvent: async () => ({ ...(await anEvent()), as: scene.mira, body: { start_time: at(90), end_time: at(91) } }),
  removeEvent: async () => ({ ...(await anEvent()), as: scene.mira, status: 204 }),
  cancelEvent: async () => ({ ...(await anEvent()), as: scene.staff, body: { reason: 'Not here' } }),
  duplicateEvent: async () => ({ ...(await anEvent()), as: scene.mira, status: 201 }),
  repeatEvent: async () => ({ ...(await anEvent()), as: scene.mira, body: { every: 'week', count: 3 }, status: 201 }),
  rsvp: async () => ({ ...(await anEvent()), body: { show_name: true } }),
  leaveEvent: async () => ({ ...(await anEvent(scene.asha)), status: 204 }),
  eventCalendar: () => anEvent(scene.asha),
  eventAttendees: () => anEvent(scene.asha),
  eventGuests: async () => ({ ...(await anEvent(scene.asha)), as: scene.mira, query: 'search=Ila' }),
  exportGuests: async () => ({ ...(await anEvent(scene.asha)), as: scene.mira }),
  checkIn: async () => {
    const { path } = await anEvent(scene.asha, { start_time: at(1), end_time: at(2) })
    const page = await answer(api('GET', `/events/${path.id}/guests/`, { as: scene.mira }), 200)
    return { as: scene.mira, path: { ...path, guest_id: page.items[0].id }, body: { came: true } }
  },
  followUp: async () => ({
    ...(await anEvent(scene.asha)),
    as: scene.mira,
    body: { text: 'See you', to: 'going' },
    status: 201,
  }),
  uploadCover: () => ({ as: scene.mira, form: { file: png(30) }, status: 201 }),
  sitemapOfEvents: () => ({}),
  logInWithCode: async () => {
    const person = await withTotp()
    return { body: { ticket: await ticketOf(person), code: person.recovery_codes[0] } }
  },
  mySecurity: () => ({ as: scene.asha }),
  verifyEmail: async () => {
    const as = await newcomer()
    return { as, body: { code: codeIn(await mailTo(as.email, 'email_verification')) } }
  },
  resendVerification: async () => ({ as: await newcomer(), status: 204 }),
  changeEmail: () => ({
    as: scene.asha,
    body: { email: 'budget@example.com', password: scene.asha.password },
    status: 202,
  }),
  confirmEmailChange: async () => ({ body: { token: await changeLink() } }),
  undoEmailChange: async () => {
    const person = await student()
    await answer(api('POST', '/auth/email-change/confirm/', { body: { token: await changeLink(person) } }), 200)
    return { body: { token: tokenIn(await mailTo(person.email, 'email_change_notice')) } }
  },
  requestPasswordReset: () => ({ body: { email: scene.asha.email }, status: 202 }),
  resetPassword: async () => {
    const { email } = await student()
    await answer(api('POST', '/auth/password-reset/', { body: { email } }), 202)
    return { body: { token: tokenIn(await mailTo(email, 'password_reset')), password: 'within the budget' } }
  },
  changePassword: async () => {
    const as = await student()
    return { as, body: { current_password: as.password, password: 'within the budget' } }
  },
  myDevices: () => ({ as: scene.asha }),
  signOutDevice: async () => {
    const as = await student()
    const { items } = await answer(api('GET', '/account/devices/', { as }), 200)
    return { as, path: { id: items[0].id }, status: 204 }
  },
  beginTotp: async () => {
    const as = await student()
    return { as, body: { password: as.password } }
  },
  confirmTotp: async () => {
    const as = await student()
    const { secret } = await answer(api('POST', '/account/totp/', { as, body: { password: as.password } }), 200)
    return { as, body: { code: codeAt(secret, now()) } }
  },
  disableTotp: async () => {
    const as = await withTotp()
    return { as, body: { password: as.password, code: as.recovery_codes[0] }, status: 204 }
  },
  renewRecoveryCodes: async () => {
    const as = await withTotp()
    return { as, body: { code: as.recovery_codes[0] } }
  },
  issueSocketTicket: () => ({ as: scene.asha, status: 201 }),
  signInWays: () => ({}),
  startGoogle: () => ({ query: 'next=/sessions', status: 302 }),
  returnFromGoogle: async () => {
    await joined('known.to.google@example.com')
    const browser = new Browser()
    const page = await browser.visit('/api/auth/google/')
    const back = new URL(await browser.consent(page, { email: 'known.to.google@example.com' }))
    return { cookie: browser.cookie, query: back.search.slice(1), status: 302 }
  },
  googlePending: async () => ({ cookie: (await cameByGoogle('pending@example.com')).cookie }),
  registerWithGoogle: async () => ({
    cookie: (await cameByGoogle('registers@example.com')).cookie,
    body: joining({ role: 'mentor' }),
    status: 201,
  }),
  linkGoogle: async () => {
    const { email, password } = await newcomer()
    return { cookie: (await cameByGoogle(email)).cookie, body: { password } }
  },
  mailGoogleLink: async () => ({
    cookie: (await cameByGoogle((await student()).email)).cookie,
    body: {},
    status: 202,
  }),
  confirmGoogleLink: async () => {
    const { email } = await newcomer()
    await answer((await cameByGoogle(email)).call('POST', '/auth/google/link/mail/', {}), 202)
    return { body: { token: await letterTo(email, 'google_link') } }
  },
  connectGoogle: () => ({ as: scene.asha, body: { password: scene.asha.password } }),
  disconnectGoogle: async () => {
    const { email, password } = await student()
    const browser = await cameByGoogle(email)
    return { as: await answer(browser.call('POST', '/auth/google/link/', { password }), 200), status: 204 }
  },
  preferences: () => ({ as: scene.asha }),
  mailPreferences: async () => ({ query: `token=${await choosingToken(env, scene.asha.user.id, 'review_visible')}` }),
  changeMailPreferences: async () => ({
    body: {
      token: await choosingToken(env, scene.asha.user.id, 'review_visible'),
      mail: { review_visible: false },
    },
  }),
  unsubscribe: async () => ({ query: `token=${await choosingToken(env, scene.asha.user.id, 'review_visible')}` }),
  receiveBounce: () => ({ body: { type: 'email.bounced' }, status: 400 }),
  deadMails: () => ({ as: scene.staff }),
  retryDeadMail: () => ({ as: scene.staff, path: { id: 'none' }, status: 404 }),
  openUnsubscribe: () => ({ query: 'token=any', status: 302 }),
  changePreferences: () => ({ as: scene.asha, body: { theme: 'dark', mail: { export_ready: false } } }),
  closing: () => ({ as: scene.mira }),
  closeAccount: async () => {
    const who = await mentor()
    await hold(scene.asha, who)
    return { as: who, body: { password: who.password } }
  },
  reopenAccount: async () => {
    const who = await student()
    await answer(api('POST', '/account/closing/', { as: who, body: { password: who.password } }), 200)
    return { as: who }
  },
  exports: () => ({ as: scene.asha }),
  requestExport: () => ({ as: scene.asha, status: 202 }),
  downloadExport: () => ({ as: scene.asha, path: { id: 'none' }, status: 404 }),
  studentProfile: () => ({ as: scene.asha }),
  changeStudentProfile: () => ({ as: scene.asha, body: { name: 'Asha', college: 'COEP' } }),
  saveStudentDetail: () => ({ as: scene.asha, body: { skills: ['Go'], date_of_birth: '2001-02-03' } }),
  listMentors: () => ({ query: 'q=ravi' }),
  listMentorsAsStudent: () => ({ as: scene.asha, query: 'sort=price&currency=INR' }),
  mentor: () => ({ path: { mentor_id: scene.mira.mentor_id } }),
  mentorProfile: () => ({ as: scene.mira }),
  changeMentorProfile: () => ({
    as: scene.mira,
    body: { headline: 'Writes Go', languages: ['en', 'hi'], time_zone: 'Asia/Kolkata' },
  }),
  saveMentorDetail: () => ({ as: scene.mira, body: { expertise: ['Go', 'SQL'], company: 'Example' } }),
  myStudents: () => ({ as: scene.mira, query: 'q=il' }),
  myStudent: () => ({ as: scene.mira, path: { student_id: scene.asha.user.student_id } }),
  noteAboutStudent: () => ({
    as: scene.mira,
    path: { student_id: scene.asha.user.student_id },
    body: { text: 'Learns by drawing' },
  }),
  proposeLearned: async () => {
    const [who, teacher] = await met()
    return { as: teacher, path: { student_id: who.user.student_id }, body: { skill: 'Go' }, status: 201 }
  },
  takeBackLearned: async () => {
    const [who, teacher] = await met()
    const { id } = await proposed(who, teacher)
    return { as: teacher, path: { student_id: who.user.student_id, id }, status: 204 }
  },
  markLearned: async () => {
    const [who, teacher] = await met()
    return { as: who, body: { mentor_id: teacher.mentor_id, skill: 'Go' }, status: 201 }
  },
  confirmLearned: async () => {
    const [who, teacher] = await met()
    return { as: who, path: { id: (await proposed(who, teacher)).id } }
  },
  dropLearned: async () => {
    const [who, teacher] = await met()
    return { as: who, path: { id: (await proposed(who, teacher)).id }, status: 204 }
  },
  myProgress: () => ({ as: scene.asha }),
  decideMentorApplication: () => ({
    as: scene.staff,
    path: { mentor_id: scene.mira.mentor_id },
    body: { decision: 'approve', reason: 'Read again' },
  }),
  myApplication: () => ({ as: scene.mira }),
  changeApplication: async () => ({ as: await readyApplicant(), body: { links: ['https://example.com/talk'] } }),
  submitApplication: async () => ({ as: await readyApplicant() }),
  withdrawApplication: async () => ({ as: await submittedApplicant() }),
  mentorApplications: () => ({ as: scene.staff, query: 'state=submitted' }),
  mentorApplication: () => ({ as: scene.staff, path: { mentor_id: scene.mira.mentor_id } }),
  reviewMentorApplication: async () => ({
    as: scene.staff,
    path: { mentor_id: (await submittedApplicant()).mentor_id },
  }),
  grantCheck: async () => ({
    as: scene.staff,
    path: { mentor_id: (await readyApplicant()).mentor_id },
    body: { kind: 'company_email', subject: PROFILE.company, note: 'Badge seen' },
    status: 201,
  }),
  removeCheck: () => ({
    as: scene.staff,
    path: { mentor_id: scene.mira.mentor_id, id: 'none' },
    body: { reason: 'It lapsed' },
    status: 404,
  }),
  askCompanyEmail: async () => ({
    as: await readyApplicant(),
    body: { email: 'ravi@harbour-rail.example.com' },
    status: 202,
  }),
  confirmCompanyEmail: async () => ({ as: await readyApplicant(), body: { token: 'x'.repeat(43) }, status: 404 }),
  proveProfileLink: async () => ({ as: await readyApplicant(), body: { url: PROFILE.portfolio_url }, status: 202 }),
  myOffers: () => ({ as: scene.mira }),
  addOffer: () => ({
    as: scene.mira,
    body: { title: 'Chat', minutes: 30, amount_minor: 0, currency: 'INR' },
    status: 201,
  }),
  changeOffer: async () => ({
    as: scene.mira,
    path: { id: await spareOffer() },
    body: { title: 'Talk', minutes: 30, amount_minor: 0, currency: 'INR' },
  }),
  removeOffer: async () => ({ as: scene.mira, path: { id: await spareOffer() }, status: 204 }),
  myAvailability: () => ({ as: scene.mira }),
  replaceAvailability: () => ({
    as: scene.mira,
    body: { time_zone: 'Asia/Kolkata', weekly: [{ weekday: 1, start: '00:00', end: '24:00' }] },
  }),
  myExceptions: () => ({ as: scene.mira }),
  setDateHours: () => ({ as: scene.mira, path: { date: inDays(40) }, body: { ranges: [] } }),
  forgetDateHours: () => ({ as: scene.mira, path: { date: inDays(41) }, status: 404 }),
  addAway: () => ({ as: scene.mira, body: { from_date: inDays(50), to_date: inDays(52) }, status: 201 }),
  removeAway: () => ({ as: scene.mira, path: { id: 'none' }, status: 404 }),
  addZonePeriod: () => ({
    as: scene.mira,
    body: { from_date: inDays(60), to_date: inDays(62), time_zone: 'Asia/Tokyo' },
    status: 201,
  }),
  removeZonePeriod: () => ({ as: scene.mira, path: { id: 'none' }, status: 404 }),
  whyNoSlot: () => ({ as: scene.mira, query: `offer_id=${scene.mira.offer.id}&date=${inDays(2)}` }),
  myBusyCalendars: () => ({ as: scene.mira }),
  addBusyCalendar: () => ({
    as: scene.mira,
    body: { name: 'Work', url: 'https://calendar.example.com/work.ics' },
    status: 201,
  }),
  refreshBusyCalendar: () => ({ as: scene.mira, path: { id: 'none' }, status: 404 }),
  removeBusyCalendar: () => ({ as: scene.mira, path: { id: 'none' }, status: 404 }),
  freeSlots: () => ({ path: { mentor_id: scene.mira.mentor_id }, query: `offer_id=${scene.mira.offer.id}&${week()}` }),
  holdSlot: async () => {
    const [slot] = await freeSlots(scene.mira)
    return {
      as: await student(),
      body: {
        mentor_id: scene.mira.mentor_id,
        offer_id: scene.mira.offer.id,
        start_time: slot?.start_time,
        time_zone: 'UTC',
      },
      status: 201,
    }
  },
  bookings: () => ({ as: scene.asha }),
  booking: () => ({ as: scene.asha, path: { id: scene.booking.id } }),
  cancelBooking: async () => {
    const who = await student()
    const { booking } = await hold(who, scene.mira, 5)
    return { as: who, path: { id: booking.id }, body: {} }
  },
  cancelGroup: async () => {
    const teacher = await mentor({}, { kind: 'group', seats: 3, amount_minor: 0 })
    const { booking } = await hold(await student(), teacher, 2)
    return { as: teacher, path: { id: booking.id }, body: {} }
  },
  confirmBooking: async () => ({ ...(await waitingRequest()) }),
  declineBooking: async () => ({ ...(await waitingRequest()), body: {} }),
  keepBookingNote: () => ({ as: scene.asha, path: { id: scene.booking.id }, body: { text: 'Bring the drawing' } }),
  rescheduleBooking: async () => {
    const [who, teacher] = [await student(), await mentor({}, { amount_minor: 0 })]
    const { booking } = await hold(who, teacher, 40)
    const [, , , , , slot] = (await freeSlots(teacher)).slice(40)
    return { as: who, path: { id: booking.id }, body: { start_time: slot?.start_time } }
  },
  timesToMove: async () => {
    const [who, teacher] = [await student(), await mentor({}, { amount_minor: 0 })]
    const { booking } = await hold(who, teacher, 40)
    return { as: who, path: { id: booking.id }, query: week() }
  },
  answerMove: async () => {
    const [who, teacher] = [await student(), await mentor({}, { amount_minor: 0 })]
    const { booking } = await hold(who, teacher, 40)
    const body = { start_time: new Date(Date.parse(booking.start_time) + 7_200_000).toISOString() }
    const { move } = await answer(api('POST', `/bookings/${booking.id}/reschedule/`, { as: teacher, body }), 200)
    return { as: who, path: { id: booking.id, move_id: move.id }, body: { answer: 'accept' } }
  },
  standing: () => ({ as: scene.asha, path: { mentor_id: scene.mira.mentor_id } }),
  waitForMentor: () => ({ as: scene.asha, path: { mentor_id: scene.mira.mentor_id } }),
  stopWaitingForMentor: () => ({ as: scene.asha, path: { mentor_id: scene.mira.mentor_id } }),
  proposeTimes: async () => ({
    as: await student(),
    path: { mentor_id: scene.mira.mentor_id },
    body: {
      offer_id: scene.mira.offer.id,
      start_times: [20, 21, 22].map((days) => `${inDays(days)}T20:00:00Z`),
      time_zone: 'UTC',
    },
    status: 201,
  }),
  myIntake: () => ({ as: scene.mira }),
  changeIntake: () => ({ as: scene.mira, body: { new_students: 'open', most_sessions_per_week: null } }),
  createOrder: () => ({ as: scene.asha, body: { booking_id: scene.booking.id } }),
  verifyPayment: () => ({
    as: scene.asha,
    body: {
      razorpay_order_id: scene.order.razorpay_order_id,
      razorpay_payment_id: 'pay_1',
      razorpay_signature: 'f'.repeat(64),
    },
    status: 400,
  }),
  receiptsOf: () => ({ as: scene.asha }),
  moneyOf: () => ({ as: scene.asha, path: { id: scene.booking.id } }),
  invoicesOf: () => ({ as: scene.mira }),
  invoicePdf: () => ({ as: scene.asha, path: { id: 'none' }, status: 404 }),
  parkedPayments: () => ({ as: scene.staff }),
  giveBackParked: () => ({ as: scene.staff, path: { id: 'none' }, body: { reason: 'Not the price' }, status: 404 }),
  replayParked: () => ({ as: scene.staff, path: { id: 'none' }, status: 404 }),
  failedRefunds: () => ({ as: scene.staff }),
  retryRefund: () => ({ as: scene.staff, path: { id: 'none' }, status: 404 }),
  receivePaymentWebhook: () => ({ body: { event: 'payment.captured' }, status: 400 }),
  earnings: () => ({ as: scene.mira }),
  earningLines: () => ({ as: scene.mira, query: 'currency=INR' }),
  earningsStatement: () => ({ as: scene.mira, query: 'from=2026-01-01&to=2026-02-01&currency=INR' }),
  payoutProfile: () => ({ as: scene.mira }),
  changePayoutProfile: () => ({ as: scene.mira, body: { ...BANK, password: scene.mira.password } }),
  readPayoutProfile: async () => {
    await answer(setProfile(scene.mira), 200)
    return { as: scene.staff, path: { mentor_id: scene.mira.mentor_id }, query: 'reason=The%20bank%20asks' }
  },
  withdrawalsOf: () => ({ as: scene.mira }),
  requestWithdrawal: async () => ({ as: await earner(), body: { amount_minor: 60_000, currency: 'INR' }, status: 201 }),
  withdrawals: () => ({ as: scene.staff }),
  decideWithdrawal: async () => ({
    as: scene.staff,
    path: { id: await requested() },
    body: { decision: 'refuse', reason: 'The name is another' },
  }),
  concludeWithdrawal: async () => {
    await exported()
    const id = await newestExported()
    return { as: scene.staff, path: { id }, body: { outcome: 'paid', reference: 'UTR1' } }
  },
  exportPayouts: async () => {
    await answer(approve(scene.staff, await requested()), 200)
    return { as: scene.staff, status: 201 }
  },
  downloadPayoutExport: async () => ({ as: scene.staff, path: { id: await exported() } }),
  conversationsOf: () => ({ as: scene.asha }),
  conversationById: () => ({ as: scene.asha, path: { conversation_id: scene.conversation.id } }),
  openConversation: () => ({ as: scene.asha, body: { with: scene.mira.mentor_id } }),
  messagesOf: () => ({ as: scene.asha, path: { conversation_id: scene.conversation.id } }),
  chooseConversation: () => ({
    as: scene.asha,
    path: { conversation_id: scene.conversation.id },
    body: { muted: true, archived: false },
  }),
  readConversation: () => ({ as: scene.asha, path: { conversation_id: scene.conversation.id }, body: { seq: 0 } }),
  searchMessages: () => ({ as: scene.asha, path: { conversation_id: scene.conversation.id }, query: 'q=hello' }),
  changedMessages: () => ({ as: scene.asha, path: { conversation_id: scene.conversation.id }, query: 'after_rev=0' }),
  editMessage: async () => ({ ...(await said()), body: { content: 'Hello again' } }),
  deleteMessage: () => said(),
  addReaction: async () => withEmoji(await said()),
  removeReaction: async () => withEmoji(await said()),
  reportMessage: async () => ({ ...(await said()), as: scene.asha, body: { reason: 'spam' }, status: 201 }),
  messageReports: () => ({ as: scene.staff }),
  blocksOf: () => ({ as: scene.asha }),
  blockPerson: async () => ({ as: await student(), path: { display_id: scene.mira.mentor_id }, status: 204 }),
  unblockPerson: async () => ({ as: await student(), path: { display_id: scene.mira.mentor_id }, status: 204 }),
  bringFile: async () => ({
    as: scene.asha,
    path: { conversation_id: scene.conversation.id },
    form: { file: await png() },
    status: 201,
  }),
  sendMessage: () => ({
    as: scene.asha,
    body: { conversation_id: scene.conversation.id, client_id: 'first-one', content: 'Hello' },
    status: 201,
  }),
  notificationsOf: () => ({ as: scene.asha }),
  readNotifications: () => ({ as: scene.asha, body: {} }),
  choosePicture: () => ({ as: scene.asha, form: { w96: png(96), w256: png(256), w512: png(512) } }),
  removePicture: async () => ({ as: await withPicture(), status: 204 }),
  picture: async () => {
    const { picture_url } = await answer(api('GET', '/auth/me/', { as: await withPicture() }), 200)
    const [, hash = '', width = ''] = /(\w+)\/(\d+)$/.exec(picture_url) ?? []
    return { path: { hash, width } }
  },
  uploadCv: () => ({ as: scene.asha, form: { file: pdf() }, status: 201 }),
  addToPortfolio: () => ({ as: scene.asha, form: { file: png(20) }, status: 201 }),
  addEvidence: () => ({ as: scene.mira, form: { file: pdf() }, status: 201 }),
  filesOf: () => ({ as: scene.asha, query: 'kind=cv' }),
  sharedFiles: () => ({ as: scene.mira, query: `booking_id=${scene.booking.id}` }),
  downloadFile: async () => ({
    as: scene.staff,
    path: { id: (await cvOf(await student())).id },
    query: 'reason=Reported',
  }),
  removeFile: async () => {
    const who = await student()
    return { as: who, path: { id: (await cvOf(who)).id }, status: 204 }
  },
  attendance: () => ({ as: scene.mira }),
  meeting: async () => ({ as: scene.asha, path: { booking_id: (await free()).booking.id } }),
  openMeetingLink: async () => ({ as: scene.asha, path: { booking_id: (await free()).booking.id }, status: 409 }),
  meetingNotes: async () => ({ as: scene.asha, path: { booking_id: (await free()).booking.id } }),
  roomMessages: async () => ({ as: scene.asha, path: { booking_id: (await free()).booking.id }, status: 404 }),
  ownMeetingLink: () => ({ as: scene.mira }),
  changeMeetingLink: () => ({ as: scene.mira, body: { url: 'https://meet.example.com/mira' } }),
  contestVerdict: async () => ({
    as: scene.asha,
    path: { id: await judged() },
    body: { reason: 'I came' },
    status: 201,
  }),
  contests: () => ({ as: scene.staff }),
  decideContest: async () => {
    const id = await judged()
    const { contests } = await answer(
      api('POST', `/bookings/${id}/contest/`, { as: scene.asha, body: { reason: 'I came' } }),
      201,
    )
    return { as: scene.staff, path: { id: contests[0].id }, body: { decision: 'mentor_absent', reason: 'Shown' } }
  },
  bookingCalendar: async () => {
    const { booking } = await hold(scene.asha, await mentor({}, { amount_minor: 0 }), 30)
    return { as: scene.asha, path: { id: booking.id } }
  },
  calendarFeed: () => ({ as: scene.asha }),
  openCalendarFeed: () => ({ as: scene.asha, status: 201 }),
  closeCalendarFeed: () => ({ as: scene.asha, status: 204 }),
  readCalendarFeed: async () => {
    const { url } = await answer(api('POST', '/calendar-feed/', { as: scene.asha }), 201)
    return { path: { file: String(url).split('/').at(-1)! } }
  },
  adminTasks: () => ({ as: scene.staff }),
  finishAdminTask: () => ({ as: scene.staff, path: { id: 'none' }, body: { note: 'Agreed by phone' }, status: 404 }),
  health: () => ({}),
  siteStatus: () => ({}),
  platformStats: () => ({}),
  currencies: () => ({}),
  completeness: () => ({ as: scene.mira }),
  findSkills: () => ({ query: 'q=prog' }),
  skill: () => ({ path: { id: 'backend' } }),
  proposeSkill: async () => ({ as: await student(), body: { name: 'Falconry' }, status: 201 }),
  skillProposals: () => ({ as: scene.staff }),
  decideSkillProposal: async () => {
    const body = { name: 'Beekeeping' }
    const { id } = await answer(api('POST', '/skills/proposals/', { as: await student(), body }), 201)
    return { as: scene.staff, path: { id }, body: { decision: 'accept', reason: 'Real', parent: 'agriculture' } }
  },
  favouritesOf: () => ({ as: scene.asha }),
  keepFavourite: () => ({ as: scene.asha, path: { mentor_id: scene.mira.mentor_id } }),
  dropFavourite: () => ({ as: scene.asha, path: { mentor_id: scene.mira.mentor_id }, status: 204 }),
  searchesOf: () => ({ as: scene.asha }),
  saveSearch: () => ({ as: scene.asha, body: { name: 'Go', query: 'q=go' }, status: 201 }),
  forgetSearch: () => ({ as: scene.asha, path: { id: 'none' }, status: 404 }),
  reviewsOfMentor: () => ({ path: { mentor_id: scene.mira.mentor_id } }),
  receivedReviews: () => ({ as: scene.mira }),
  reviewsOfSession: () => ({ as: scene.asha, path: { id: scene.booking.id } }),
  home: async () => ({ as: (await sharing()).teacher }),
  viewMentor: async () => ({ as: await student(), path: { mentor_id: (await mentor()).mentor_id }, status: 204 }),
  goalsOf: async () => ({ as: (await sharing()).as }),
  addGoal: () => ({ as: scene.asha, body: { title: 'Within the budget' }, status: 201 }),
  changeGoal: async () => ({ ...(await ownGoal()), body: { title: 'Reworded', done: true, position: 0 } }),
  removeGoal: async () => ({ ...(await ownGoal()), status: 204 }),
  restoreGoal: async () => {
    const { as, path } = await ownGoal()
    await answer(api('DELETE', `/goals/${path.id}/`, { as }), 204)
    return { as, path }
  },
  addStep: async () => ({ ...(await ownGoal()), body: { title: 'A step', position: 0 }, status: 201 }),
  changeStep: async () => ({ ...(await ownGoal()), body: { title: 'Reworded', done: true, position: 0 } }),
  removeStep: () => ownGoal(),
  goalsOfBooking: async () => {
    const { teacher, path } = await sharing()
    return { as: teacher, path }
  },
  shareGoals: async () => {
    const { as, path } = await sharing()
    return { as, path, body: { goal_ids: [path.goal_id] } }
  },
  proposeStep: async () => {
    const { teacher, path } = await sharing()
    return { as: teacher, path, body: { title: 'Next' }, status: 201 }
  },
  takeawaysOfSession: async () => ({ as: scene.asha, path: { id: await judged() } }),
  keepTakeaways: async () => ({
    as: scene.asha,
    path: { id: await judged() },
    body: { takeaways: ['Numbers first'], next_steps: 'Again, with a timer.' },
  }),
  reviewSession: async () => {
    const [who, teacher] = [await student(), await freeMentor()]
    return { as: who, path: await session(who, teacher), body: { stars: 5, text: 'Good' }, status: 201 }
  },
  replyToReview: async () => {
    const teacher = await freeMentor()
    const id = await reviewed(await student(), teacher, 4)
    return { as: teacher, path: { id }, body: { text: 'Thank you' }, status: 201 }
  },
  reportReview: async () => {
    const id = await reviewed(await student(), await freeMentor(), 1)
    return { as: scene.asha, path: { id }, body: { reason: 'Rude' }, status: 201 }
  },
  reviewReports: () => ({ as: scene.staff }),
  decideReviewReport: async () => {
    const review = await reviewed(await student(), await freeMentor(), 1)
    await answer(api('POST', `/reviews/${review}/reports/`, { as: scene.asha, body: { reason: 'Rude' } }), 201)
    const { items } = await answer(api('GET', '/admin/review-reports/', { as: scene.staff }), 200)
    return { as: scene.staff, path: { id: items[0].id }, body: { decision: 'remove', reason: 'Insults' } }
  },
  postsOf: async () => {
    await answer(api('PUT', `/community/follows/people/${scene.mira.mentor_id}/`, { as: scene.asha }), 204)
    await answer(api('PUT', '/community/follows/tags/budget/', { as: scene.asha }), 204)
    for (let i = 0; i < 20; i++) await posted(scene.mira, { text: `Budget ${i}`, is_question: true })
    await published(await member(), { text: 'Budget', tags: ['budget'], topic: 'data', is_question: true })
    await rankPosts(env)
    for (const wish of [
      'topic=data',
      'tag=budget',
      'search=budget',
      'is_question=true',
      'since=x',
      `author=${scene.mira.mentor_id}`,
    ])
      for (const feed of ['latest', 'useful', 'following'])
        await answer(api('GET', `/community/posts/?feed=${feed}&${wish}`, { as: scene.asha }), 200)
    return { as: scene.asha, query: 'feed=following' }
  },
  readPost: async () => ({ path: { id: (await published(scene.staff, { as_official: true })).id } }),
  officialPosts: async () => {
    await posted(scene.staff, { is_official: true })
    return {}
  },
  postHistory: async () => ({ as: scene.asha, path: { id: await posted(scene.mira) } }),
  whyUseful: async () => ({ as: scene.asha, path: { id: await posted(scene.mira) } }),
  addPost: () => ({
    as: scene.asha,
    body: { text: `Ask @${scene.mira.mentor_id}`, tags: ['budget', 'two'], is_question: true },
    status: 201,
  }),
  changePost: async () => ({
    as: scene.mira,
    path: { id: await posted(scene.mira) },
    body: { text: 'Changed', tags: ['budget'], topic: 'data' },
  }),
  removePost: async () => ({ as: scene.mira, path: { id: await posted(scene.mira) }, status: 204 }),
  draftsOf: async () => {
    await draftOfAsha()
    return { as: scene.asha }
  },
  addDraft: () => ({ as: scene.asha, body: { text: 'A draft', tags: ['budget'] }, status: 201 }),
  saveDraft: async () => ({ as: scene.asha, path: await draftOfAsha(), body: { text: 'Saved' } }),
  dropDraft: async () => ({ as: scene.asha, path: await draftOfAsha(), status: 204 }),
  publishDraft: async () => ({ as: scene.asha, path: await draftOfAsha(), body: { text: 'Out' }, status: 201 }),
  togglePostLike: async () => ({ as: scene.asha, path: { id: await posted(scene.mira) } }),
  likePost: async () => ({ as: scene.asha, path: { id: await posted(scene.mira) } }),
  unlikePost: async () => ({ as: scene.asha, path: { id: await posted(scene.mira) } }),
  bookmarkPost: async () => ({ as: scene.asha, path: { id: await posted(scene.mira) }, status: 204 }),
  unbookmarkPost: async () => ({ as: scene.asha, path: { id: await posted(scene.mira) }, status: 204 }),
  bookmarksOf: async () => {
    for (let i = 0; i < 3; i++) await answer(act('PUT', await posted(scene.mira), 'bookmark', scene.asha), 204)
    return { as: scene.asha }
  },
  viewPost: async () => ({ as: scene.asha, path: { id: await posted(scene.mira) } }),
  viewPosts: async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => posted(scene.mira)))
    return { as: scene.asha, body: { ids } }
  },
  tagsOf: async () => {
    await published(await member(), { tags: ['budget'] })
    return { as: scene.asha, query: 'search=bud' }
  },
  tag: async () => {
    await published(await member(), { tags: ['budget'] })
    return { as: scene.asha, path: { tag: 'budget' } }
  },
  bringPicture: () => ({ as: scene.asha, form: { file: png(32) }, status: 201 }),
  postPicture: async () => {
    const { id } = await answer(send('/post/', scene.staff, { file: png(48) }), 201)
    await published(scene.staff, { as_official: true, pictures: [{ file_id: id, alt: 'A square' }] })
    return { path: { file_id: id } }
  },
  commentOnPost: async () => {
    const id = await posted(scene.mira)
    const { id: parent_id } = await commented(scene.mira, id)
    const text = `I ask @${scene.mira.mentor_id}`
    return { as: scene.asha, path: { id }, body: { text, parent_id }, status: 201 }
  },
  commentsOf: async () => {
    const id = await posted(scene.mira)
    for (let i = 0; i < 3; i++) await commented(scene.asha, id, 'Below', (await commented(scene.mira, id)).id)
    return { as: scene.asha, path: { id } }
  },
  changeComment: async () => ({ ...(await ownComment()), body: { text: 'Changed' } }),
  removeComment: async () => ({ ...(await ownComment()), status: 204 }),
  commentHistory: ownComment,
  toggleCommentLike: ownComment,
  likeComment: ownComment,
  unlikeComment: ownComment,
  acceptAnswer: async () => {
    const id = await posted(scene.asha, { is_question: true })
    const { id: comment_id } = await commented(scene.mira, id)
    return { as: scene.asha, path: { id }, body: { comment_id } }
  },
  unacceptAnswer: async () => ({
    as: scene.asha,
    path: { id: await posted(scene.asha, { is_question: true }) },
  }),
  communityPeople: async () => {
    const post_id = await posted(scene.mira)
    await commented(scene.asha, post_id)
    return { as: scene.mira, query: `search=i&post_id=${post_id}` }
  },
  communityProfile: () => ({ as: scene.asha, path: { display_id: scene.mira.mentor_id } }),
  followsOf: () => ({ as: scene.asha }),
  followPerson: () => ({ as: scene.asha, path: { display_id: scene.mira.mentor_id }, status: 204 }),
  unfollowPerson: () => ({ as: scene.asha, path: { display_id: scene.mira.mentor_id }, status: 204 }),
  followTag: () => ({ as: scene.asha, path: { tag: 'sql' }, status: 204 }),
  unfollowTag: () => ({ as: scene.asha, path: { tag: 'sql' }, status: 204 }),
  flagContent: async () => ({
    as: scene.asha,
    body: { post_id: await posted(scene.mira), reason: 'spam' },
    status: 201,
  }),
  hidingOfPost: async () => ({ as: scene.mira, path: { id: (await decided('hide')).subject.post_id } }),
  hidingOfComment: async () => ({ as: scene.mira, path: { id: 'nowhere' }, status: 404 }),
  appealPost: async () => ({
    as: scene.mira,
    path: { id: (await decided('hide')).subject.post_id },
    body: { text: 'Look again' },
  }),
  appealComment: async () => ({
    as: scene.mira,
    path: { id: 'nowhere' },
    body: { text: 'Look again' },
    status: 404,
  }),
  flagCases: () => ({ as: scene.staff }),
  decideFlagCase: async () => ({
    as: scene.staff,
    path: { id: await flagged() },
    body: { act: 'hide', reason: 'It sells pills' },
  }),
  reverseAct: async () => ({
    as: scene.staff,
    path: { id: (await decided('hide')).acts[0].id },
    body: { reason: 'A mistake' },
  }),
  myBadges: () => ({ as: scene.mira }),
  guardianOf: () => ({ as: scene.asha }),
  nameGuardian: async () => ({ as: await minor(), body: { email: 'parent@example.com' } }),
  askGuardian: async () => {
    const as = await minor()
    await answer(api('PUT', '/guardian/', { as, body: { email: 'parent@example.com' } }), 200)
    return { as, body: { mentor_id: scene.mira.mentor_id }, status: 202 }
  },
  readConsent: () => ({ body: { token: 'x'.repeat(43) }, status: 404 }),
  decideConsent: () => ({ body: { token: 'x'.repeat(43), decision: 'refuse' }, status: 404 }),
  wishOf: () => ({ as: scene.asha }),
  changeWish: () => ({
    as: scene.asha,
    body: { goal: 'A first job', skills: ['Go'], budget_minor: 1000, currency: 'INR' },
  }),
  matchesOf: () => ({ as: scene.asha }),
  studentPage: () => ({ path: { student_id: scene.asha.user.student_id }, status: 404 }),
  sitemap: () => ({}),
  sitemapOfMonth: () => ({ path: { month: now().toISOString().slice(0, 7) } }),
  openTicket: () => ({
    as: scene.asha,
    body: { subject: 'S', message: 'm', booking_id: scene.booking.id },
    status: 201,
  }),
  myTickets: () => ({ as: scene.asha }),
  ticket: async () => ({ as: scene.asha, path: await requestOf(scene.asha) }),
  writeToTicket: async () => ({
    as: scene.asha,
    path: await requestOf(scene.asha),
    body: { client_id: 'a', text: 't', attachments: [(await bring(scene.asha)).file_id] },
    status: 201,
  }),
  resolveTicket: async () => ({ as: scene.asha, path: await requestOf(scene.asha) }),
  reopenTicket: async () => ({ as: scene.asha, path: await resolvedRequest() }),
  rateTicket: async () => ({ as: scene.asha, path: await resolvedRequest(), body: { score: 'good' } }),
  bringFileToSupport: () => ({ as: scene.asha, form: { file: picture() }, status: 201 }),
  supportQueue: async () => {
    await ask(scene.asha)
    return { as: scene.staff, query: 'search=session&assigned=nobody' }
  },
  handledTicket: async () => ({ as: scene.staff, path: await requestOf(scene.asha) }),
  replyToTicket: async () => ({
    as: scene.staff,
    path: await requestOf(scene.asha),
    body: { text: 'r' },
    status: 201,
  }),
  noteOnTicket: async () => ({
    as: scene.staff,
    path: await requestOf(scene.asha),
    body: { text: 'n' },
    status: 201,
  }),
  changeTicketState: async () => ({
    as: scene.staff,
    path: await requestOf(scene.asha),
    body: { state: 'resolved' },
  }),
  takeTicket: async () => ({ as: scene.staff, path: await requestOf(scene.asha) }),
  giveTicketBack: async () => ({ as: scene.staff, path: await requestOf(scene.asha) }),
  contact: () => ({ body: { name: 'N', email: 'visitor@example.com', query: 'q' }, status: 201 }),
  fileGrievance: () => ({ body: COMPLAINT, status: 201 }),
  grievanceOfficer: () => ({}),
  grievance: async () => ({ path: { token: await complaintToken() } }),
  grievances: () => ({ as: scene.staff }),
  handledGrievance: async () => ({ as: scene.staff, path: await complaint() }),
  acknowledgeGrievance: async () => ({ as: scene.staff, path: await complaint() }),
  resolveGrievance: async () => ({ as: scene.staff, path: await complaint(), body: { resolution: 'r' } }),
  subscribeToNewsletter: () => ({ body: { email: 'reader@example.com' }, status: 202 }),
  confirmNewsletter: async () => ({ body: { token: await newsletterToken('newsletter_confirm') } }),
  unsubscribeFromNewsletter: async () => ({ body: { token: await newsletterToken('newsletter_confirm', 'page') } }),
  leaveNewsletter: async () => ({ path: { token: await newsletterToken('newsletter_confirm', 'page') } }),
  openNewsletterLeaving: () => ({ path: { token: 'x'.repeat(64) }, status: 302 }),
  myNewsletter: () => ({ as: scene.asha }),
  changeMyNewsletter: () => ({ as: scene.asha, body: { subscribed: true } }),
  searchEverywhere: async () => {
    await posted(scene.mira, { text: 'Quillwork' })
    await made(scene.mira, { title: 'Quillwork' })
    return { as: scene.asha, query: 'q=quillwork' }
  },
  newsletterIssues: () => ({}),
  newsletterIssue: async () => {
    await env.DB.prepare("insert into newsletter_issues values ('i1', 'one', 'S', 't', 0, 1)").run()
    return { path: { slug: 'one' } }
  },
}

async function ownComment(): Promise<Call> {
  const { id } = await commented(scene.asha, await posted(scene.mira))
  return { as: scene.asha, path: { id } }
}
/** The case of a post of Mira's that Asha flagged. */
async function flagged(): Promise<string> {
  const post_id = await posted(scene.mira)
  await answer(api('POST', '/community/flags/', { as: scene.asha, body: { post_id, reason: 'spam' } }), 201)
  const page = await answer(api('GET', '/admin/flags/?limit=100', { as: scene.staff }), 200)
  return page.items.find(({ subject }: { subject: { post_id: string } }) => subject.post_id === post_id).id
}
const decided = async (act: string) => {
  const body = { act, reason: 'As the guidelines say' }
  return answer(api('POST', `/admin/flags/${await flagged()}/decision/`, { as: scene.staff, body }), 200)
}

/** Two who have had a session. */
async function met(): Promise<[Person, Teacher]> {
  const [who, teacher] = [await student(), await freeMentor()]
  await session(who, teacher)
  return [who, teacher]
}
const proposed = (who: Person, teacher: Teacher): Promise<{ id: string }> =>
  answer(api('POST', `/mentor/students/${who.user.student_id}/learned/`, { as: teacher, body: { skill: 'Go' } }), 201)

/** A session of the two that costs nothing. */
let freeHold: Promise<{ booking: { id: string } }> | undefined
const free = () => (freeHold ??= mentor({}, { amount_minor: 0 }).then((teacher) => hold(scene.asha, teacher)))

/** A message of Mira's to Asha. */
async function said(): Promise<Call> {
  const conversation_id = scene.conversation.id
  const body = { conversation_id, client_id: crypto.randomUUID(), content: 'Hello' }
  const { seq } = await answer(api('POST', '/chat/messages/', { as: scene.mira, body }), 201)
  return { as: scene.mira, path: { conversation_id, seq: String(seq) } }
}
const withEmoji = ({ path, ...call }: Call): Call => ({ ...call, path: { ...path!, emoji: '👍' } })

async function ownGoal() {
  const { id } = await addGoal(scene.asha, 'Mine')
  const { steps } = await addStep(scene.asha, id, 'The first step')
  return { as: scene.asha, path: { id, step_id: steps[0]!.id } }
}
/** A goal that a student shares with a mentor. */
async function sharing() {
  const [as, teacher] = [await student(), await freeMentor()]
  const booking = await booked(as, teacher)
  const { id } = await addGoal(as, 'Shared')
  await answer(share(as, booking, [id]), 200)
  return { as, teacher, path: { id: booking.id, goal_id: id } }
}

/** A request to our staff. */
const requestOf = async (who: Person): Promise<{ id: string }> => ({ id: (await ask(who)).id })
async function resolvedRequest(): Promise<{ id: string }> {
  const path = await requestOf(scene.asha)
  await answer(actOnTicket(scene.asha, path.id, 'resolve'), 200)
  return path
}

const COMPLAINT = { name: 'N', email: 'complainer@example.com', subject: 'S', text: 't' }
let complaints = 0
/** A complaint, by its address and as staff know it. */
async function complain(): Promise<{ email: string; id: string }> {
  const email = `complainer${++complaints}@example.com`
  const { reference } = await answer(
    api('POST', '/grievances/', { body: { ...COMPLAINT, email }, headers: elsewhere() }),
    201,
  )
  const { items } = await answer(api('GET', '/admin/grievances/?limit=100', { as: scene.staff }), 200)
  return { email, id: items.find((one: { reference: string }) => one.reference === reference).id }
}
const complaint = async (): Promise<{ id: string }> => ({ id: (await complain()).id })
const complaintToken = async (): Promise<string> => tokenAt((await complain()).email, 'grievance_received')

let subscribers = 0
/** Of the link of a mail, or of its last line. */
async function newsletterToken(kind: string, part?: 'page'): Promise<string> {
  const email = `subscriber${++subscribers}@example.com`
  await answer(api('POST', '/newsletter/', { body: { email }, headers: elsewhere() }), 202)
  const { text } = await mailAt(email, kind)
  return /token=([\w-]+)/.exec(part ? text.slice(text.indexOf('Unsubscribe')) : text)?.[1] ?? ''
}

/** An event of Mira's, to which perhaps somebody goes. */
async function anEvent(guest?: Person, over: object = {}) {
  const { id } = await made(scene.mira, over)
  if (guest) await joinedEvent(guest, id)
  return { as: scene.asha, path: { id: String(id) } }
}

/** A session that is over, and judged. */
async function judged(): Promise<string> {
  const { booking } = await hold(scene.asha, await mentor({}, { amount_minor: 0 }), judgedCount++ + 5)
  await env.DB.prepare("update bookings set state = 'completed', judged_at = ? where id = ?")
    .bind(now().getTime(), booking.id)
    .run()
  return booking.id
}
let judgedCount = 0

/** Mira has money that may be withdrawn, and an account that may be paid. */
async function earner(): Promise<Teacher> {
  await answer(setProfile(scene.mira), 200)
  await funded(scene.mira)
  return scene.mira
}
const requested = async (): Promise<string> => (await answer(withdraw(await earner(), 60_000), 201)).withdrawal.id
async function exported(): Promise<string> {
  await answer(approve(scene.staff, await requested()), 200)
  return (await answer(api('POST', '/admin/payout-exports/', { as: scene.staff }), 201)).id
}
const newestExported = async (): Promise<string> => {
  const page = await answer(api('GET', '/admin/withdrawals/?state=exported&limit=100', { as: scene.staff }), 200)
  return page.items.at(-1).id
}

async function cameByGoogle(email: string): Promise<Browser> {
  const browser = new Browser()
  await browser.withGoogle({ email })
  return browser
}

const cvOf = (who: Person): Promise<{ id: string }> => answer(send('/cv/', who, { file: pdf() }), 201)
async function withPicture(): Promise<Person> {
  const who = await student()
  await answer(send('/picture/', who, { w512: png(512) }), 200)
  return who
}

/** The link of a change of address that was asked for. */
async function changeLink(who?: Person): Promise<string> {
  const as = who ?? (await student())
  const email = `moved-${as.email}`
  await answer(api('POST', '/account/email/', { as, body: { email, password: as.password } }), 202)
  return tokenIn(await mailTo(email, 'email_change'))
}

async function spareOffer(): Promise<string> {
  const body = { title: 'Spare', minutes: 30, amount_minor: 100, currency: 'INR' }
  return (await answer(api('POST', '/mentor/offers/', { as: scene.mira, body }), 201)).id
}

const asked = new Set<string>()
/** The database with an ear on it: every statement is kept, to be explained afterwards. */
const overheard = {
  prepare(query: string) {
    asked.add(query)
    return env.DB.prepare(query)
  },
  batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
} as unknown as D1Database

async function call(
  method: string,
  path: string,
  { as, path: names = {}, query, cookie, body, form }: Call,
): Promise<Response> {
  const address = path.replaceAll(/:(\w+)/g, (_, name: string) => names[name] ?? name)
  const ctx = createExecutionContext()
  const request = new Request(`${ORIGIN}/api${address}${query ? `?${query}` : ''}`, {
    method: method.toUpperCase(),
    headers: {
      'cf-connecting-ip': '192.0.2.7',
      ...(as && { authorization: `Token ${as.token}` }),
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(form && { body: formOf(form) }),
  })
  const response = await worker.fetch(request, { ...env, DB: overheard }, ctx)
  await waitOnExecutionContext(ctx)
  return response
}

describe.each(routes)('$operationId', ({ method, path, operationId, rows = ROWS }) => {
  it('answers in at most two round trips and a stated number of rows', async () => {
    const wish = await (CALLS[operationId] ?? (() => expect.fail(`no call for ${operationId}`)))()
    const response = await call(method, path, wish)
    const text = await response.text()
    expect([response.status, response.status === (wish.status ?? 200) || text]).toEqual([wish.status ?? 200, true])
    const [trips, read] = (response.headers.get('x-trips') ?? '').split(' ').map(Number)
    expect(trips).toBeLessThanOrEqual(2)
    expect(read).toBeLessThanOrEqual(rows)
  })
})

/**
 * What stays small by its nature: one row, rows of this one request (among them `c`, `t`, `page` and `fit`, lists that a
 * query cuts at a stated number), and virtual tables, whose line says nothing.
 */
const SMALL =
  /^SCAN (\(subquery-\d+\)|(platform_totals|site_status|counters|json_each|mentor_search|event_search|CONSTANT ROW|value|x|c|t|page|fit|who|mine|asked|held|\d+ CONSTANT ROWS?)\b)|VIRTUAL TABLE/

it('never scans a table that grows', async () => {
  const scans: string[] = []
  for (const query of asked) {
    if (!/^\s*(select|with|insert|update|delete)/i.test(query)) continue
    const count = query.match(/\?/g)?.length ?? 0
    const plan = await env.DB.prepare(`explain query plan ${query}`)
      .bind(...Array(count).fill(null))
      .all<{ detail: string }>()
    for (const { detail } of plan.results) {
      if (detail.startsWith('SCAN') && !SMALL.test(detail) && !/USING (COVERING )?INDEX/.test(detail))
        scans.push(`${detail} in ${query.slice(0, 200)}`)
    }
  }
  expect(asked.size).toBeGreaterThan(40)
  expect(scans).toEqual([])
})
