import { expect, it } from 'vitest'
import { slices } from '../slices'
import { answer, api, student } from './world'

const routes = slices.flatMap((slice) => slice.routes).map(({ declared }) => declared)
const addressed = (path: string): string =>
  path.replaceAll(/:\w*mentor_id/g, 'M000001').replaceAll(/:\w+/g, 'nothing-here')

/** Everything that a visitor may call. A route that joins this list has to be named here. */
const PUBLIC = [
  'registerStudent',
  'registerMentor',
  'logIn',
  'logInWithCode',
  'verifyEmail',
  'requestPasswordReset',
  'resetPassword',
  'confirmEmailChange',
  'undoEmailChange',
  'signInWays',
  'startGoogle',
  'returnFromGoogle',
  'googlePending',
  'registerWithGoogle',
  'linkGoogle',
  'mailGoogleLink',
  'confirmGoogleLink',
  'listMentors',
  'mentor',
  'freeSlots',
  'receivePaymentWebhook',
  'health',
  'siteStatus',
  'platformStats',
  'currencies',
  'findSkills',
  'skill',
  'picture',
  'sitemap',
  'studentPage',
  'readConsent',
  'decideConsent',
  'mailPreferences',
  'changeMailPreferences',
  'unsubscribe',
  'openUnsubscribe',
  'receiveBounce',
  'sitemapOfMonth',
  'reviewsOfMentor',
  'readCalendarFeed',
  'contact',
  'fileGrievance',
  'grievanceOfficer',
  'grievance',
  'subscribeToNewsletter',
  'confirmNewsletter',
  'unsubscribeFromNewsletter',
  'leaveNewsletter',
  'openNewsletterLeaving',
  'newsletterIssues',
  'newsletterIssue',
  'readPost',
  'officialPosts',
  'postPicture',
  'listEvents',
  'event',
  'eventCalendar',
  'sitemapOfEvents',
]

it('lets visitors into the stated routes alone', () => {
  const open = routes.filter(({ access }) => access === 'anyone').map(({ operationId }) => operationId)
  expect(open.toSorted()).toEqual(PUBLIC.toSorted())
})

it('gives every operation one name', () => {
  const names = routes.map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
})

let calls = 0
/** All routes together are more than one network may call in a minute. */
const network = () => ({ 'cf-connecting-ip': `10.9.${Math.floor(calls++ / 100)}.1` })
const call = ({ method, path }: (typeof routes)[number], headers: Record<string, string> = {}) =>
  api(method.toUpperCase(), addressed(path), {
    headers: { ...network(), ...headers },
    ...(method !== 'get' && { body: {} }),
  })

const closed = routes.filter(({ access }) => access !== 'anyone')
const staffed = closed.filter(({ access }) => access !== 'signed_in' && access !== 'student')

const FORGERIES: Record<string, string>[] = [
  {},
  { authorization: `Token ${'x'.repeat(43)}` },
  { authorization: 'Basic abc' },
  { cookie: '__Host-session=stale', origin: 'http://localhost:8787' },
]

it.each(closed)('answers 401 to a visitor and to forged credentials: $method $path', async (route) => {
  for (const headers of FORGERIES)
    expect(await answer(call(route, headers), 401)).toMatchObject({ code: 'not_signed_in', status: 401 })
})

it.each(staffed)('answers 403 to an account without the role: $method $path', async (route) => {
  const someone = await student()
  expect(await answer(call(route, { authorization: `Token ${someone.token}` }), 403)).toMatchObject({
    code: 'role_required',
  })
})

it.each(closed.filter(({ method }) => method !== 'get'))(
  'refuses a cookie from a foreign page: $method $path',
  async (route) => {
    const headers = { cookie: '__Host-session=whatever', origin: 'https://evil.example.com' }
    expect(await answer(call(route, headers), 403)).toMatchObject({ code: 'foreign_origin' })
  },
)
