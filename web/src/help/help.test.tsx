import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { ANSWER_WORKING_DAYS, REAPPLY_DAYS } from '../../../worker/contract/applications.constants'
import { REFUND_POLICIES, REFUND_TERMS } from '../../../worker/contract/availability.constants'
import { HOLD_SECONDS } from '../../../worker/contract/bookings.constants'
import { EDIT_HOURS, UNANSWERED_MOST } from '../../../worker/contract/chat.constants'
import { commissionRateAt } from '../../../worker/contract/commission'
import { FIRST_DAY, POST_GRAPHEMES_MOST } from '../../../worker/contract/community.constants'
import { CONTEST_HOURS } from '../../../worker/contract/meetings.constants'
import { leastWithdrawal, PAYOUT_DELAY_HOURS, RELEASE_HOURS } from '../../../worker/contract/payouts.constants'
import { HIDDEN_HOURS, REVIEW_DAYS } from '../../../worker/contract/reviews.constants'
import { now } from '../lib/clock'
import { routes } from '../routes'
import { visit } from '../test/world'
import { articleOf, CARDS, CATEGORIES } from './articles'
import ArticlePage from './ArticlePage'
import HelpPage from './HelpPage'

const open = (address: string) => visit({ address, path: '/help', component: HelpPage, as: null })
const read = (slug: string) =>
  visit({ address: `/help/${slug}`, path: '/help/:slug', component: ArticlePage, as: null })
const textOf = async (slug: string) => {
  const page = document.createElement('div')
  page.innerHTML = (await articleOf(slug))!.html
  return { page, text: page.textContent.replace(/\s+/g, ' ') }
}

it('a visitor finds an article while typing, and the address keeps the search', async () => {
  const { history } = open('/help')
  expect(screen.getByRole('link', { name: /^Book a session/ })).toBeTruthy()
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'refun' } })
  const hit = await screen.findByRole('link', { name: /^Cancel a session/ })
  expect(hit.getAttribute('href')).toBe('/help/cancel-and-refunds')
  expect(screen.queryByRole('link', { name: /^Book a session/ })).toBeNull()
  await waitFor(() => expect(history.get()).toBe('/help?q=refun'))
})

it('a search without a hit says so and leads to a person', async () => {
  open('/help?q=xylophone')
  expect(await screen.findByText('Nothing about “xylophone”')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Write to us' }).getAttribute('href')).toBe('/contact')
})

it('an article is read with its headings, tables and others like it', async () => {
  read('cancel-and-refunds')
  expect(await screen.findByRole('heading', { level: 1, name: 'Cancel a session and get money back' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'The three policies' }).id).toBe('the-three-policies')
  expect(screen.getAllByRole('row')).toHaveLength(1 + REFUND_POLICIES.length)
  expect(screen.getByRole('link', { name: 'Pay for a session' })).toBeTruthy()
})

it.each(['no-such-thing', '../articles', 'constructor'])('there is no article %s, which is said', async (slug) => {
  read(encodeURIComponent(slug))
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no such article' })).toBeTruthy()
})

it('every category has articles, and every article one of the categories', () => {
  expect(CARDS.length).toBeGreaterThanOrEqual(18)
  for (const { category } of CARDS) expect(CATEGORIES).toContain(category)
  for (const category of CATEGORIES) expect(CARDS.some((card) => card.category === category)).toBe(true)
})

/** Addresses of pages that other parts of the product bring. */
const ELSEWHERE = ['/contact', '/grievance', '/events', '/newsletter']

const pathsOf = (table: typeof routes, base = ''): string[] =>
  table.flatMap(({ path = '', children = [] }) => {
    const here = `${base}${path === '/' ? '' : path}`
    return [here, ...pathsOf(Array.isArray(children) ? children : [children], here)]
  })

it('no link in an article leads nowhere', async () => {
  const paths = pathsOf(routes)
  for (const { slug } of CARDS) {
    const { page } = await textOf(slug)
    for (const link of page.querySelectorAll('a')) {
      const path = new URL(link.href, 'https://a.example.com').pathname
      const known = path.startsWith('/help/')
        ? CARDS.some((card) => path === `/help/${card.slug}`)
        : [...paths, ...ELSEWHERE].includes(path)
      expect(known, `${slug}: ${path}`).toBe(true)
    }
  }
})

const until = (hours: number) =>
  hours === 0 ? 'until the start' : hours > 48 ? `until ${hours / 24} days` : `until ${hours} hours`
it('what the articles say in numbers is what the product does', async () => {
  const refunds = (await textOf('cancel-and-refunds')).page
  for (const policy of REFUND_POLICIES) {
    const row = [...refunds.querySelectorAll('tr')].find((one) => one.textContent.toLowerCase().includes(policy))!
    for (const { hours_before } of REFUND_TERMS[policy]) expect(row.textContent).toContain(until(hours_before))
  }
  const said: [string, string][] = [
    ['book-a-session', HOLD_SECONDS === 600 ? 'held for you for ten minutes' : ''],
    ['messages', UNANSWERED_MOST === 3 ? 'three messages until the mentor answers' : ''],
    ['messages', `within ${EDIT_HOURS} hours`],
    ['session-room', `within ${CONTEST_HOURS} hours`],
    ['reviews', `within ${REVIEW_DAYS} days`],
    ['reviews', `${HIDDEN_HOURS} hours have passed`],
    ['become-a-mentor', ANSWER_WORKING_DAYS === 3 && REAPPLY_DAYS === 7 ? 'within three working days' : ''],
    ['earnings-and-payouts', `until ${RELEASE_HOURS} hours after the session`],
    ['earnings-and-payouts', `changed account for ${PAYOUT_DELAY_HOURS} hours`],
    ['earnings-and-payouts', `from ₹${leastWithdrawal('INR') / 100} on`],
    ['earnings-and-payouts', `our ${commissionRateAt(new Date(now())) / 100} %`],
    ['community', `up to ${POST_GRAPHEMES_MOST.toLocaleString('en')} characters`],
    ['community', `${FIRST_DAY.posts} posts, ${FIRST_DAY.links} links and ${FIRST_DAY.pictures} picture`],
  ]
  for (const [slug, words] of said) {
    expect(words).not.toBe('')
    expect((await textOf(slug)).text, slug).toContain(words)
  }
})
