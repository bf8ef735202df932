import { expect, it } from 'vitest'
import { withHead } from '../../functions/document'
import { postHead } from '../../functions/community/posts/post-head'
import { eventHead } from '../../functions/events/event-head'
import { mentorHead } from '../../functions/mentors/mentor-head'
import { PUBLIC_PAGES, publicHead } from '../../functions/pages'

const BUILT = `<!doctype html><html><head><title>AspireX</title>
<meta name="description" content="Find a mentor" /></head><body><noscript>AspireX needs JavaScript.</noscript></body></html>`

const mentor = (words: Partial<Parameters<typeof mentorHead>[0]>): Parameters<typeof mentorHead>[0] =>
  ({
    mentor_id: 'M000001',
    name: 'Mira',
    headline: null,
    promise: null,
    bio: null,
    picture_url: null,
    company: null,
    designation: null,
    skills: [],
    languages: [],
    offers: [],
    ...words,
  }) as unknown as Parameters<typeof mentorHead>[0]

const built = (words: Parameters<typeof mentor>[0]) =>
  new DOMParser().parseFromString(withHead(BUILT, mentorHead(mentor(words), 'https://a.example.com')), 'text/html')

it.each([
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "$& $1 $' $`",
  '</title><svg onload=alert(1)>',
  '田中さん & Söhne',
])('keeps what a person wrote as text: %s', (words) => {
  const page = built({ name: words, headline: words, bio: words })
  expect(page.title).toBe(`${words} · AspireX`)
  expect(page.querySelectorAll('script')).toHaveLength(1)
  expect(page.querySelector('img, svg')).toBeNull()
  expect(JSON.parse(page.querySelector('script')?.textContent ?? '').name).toBe(words)
  expect(page.querySelectorAll('meta[name=description]')).toHaveLength(1)
})

it('says prices with the digits that the currency has', () => {
  const offer = (amount_minor: number, currency: string) => ({ title: 'Talk', minutes: 30, amount_minor, currency })
  const page = built({ offers: [offer(150_000, 'INR'), offer(2000, 'JPY'), offer(1500, 'KWD')] as never })
  const { makesOffer } = JSON.parse(page.querySelector('script')?.textContent ?? '')
  expect(makesOffer.map(({ price }: { price: string }) => price)).toEqual(['1500.00', '2000', '1.500'])
})

it('tells search engines a score with its count, and none of who is new', () => {
  const offers = [{ title: 'Talk', minutes: 30, amount_minor: 100, currency: 'INR' }] as never
  const rated = built({ offers, rating: 4.8, rating_count: 12 })
  const service = (page: Document) =>
    JSON.parse(page.querySelector('script')?.textContent ?? '').makesOffer[0].itemOffered
  expect(service(rated).aggregateRating).toMatchObject({ ratingValue: 4.8, ratingCount: 12 })
  expect(service(built({ offers, rating: null, rating_count: 2 })).aggregateRating).toBeUndefined()
})

it('every public page has a head of its own that says what it is', () => {
  const paths = Object.keys(PUBLIC_PAGES)
  const pages = paths.map((path) =>
    new DOMParser().parseFromString(withHead(BUILT, publicHead(path, 'https://a.example.com')), 'text/html'),
  )
  expect(new Set(pages.map((page) => page.title)).size).toBe(paths.length)
  for (const [i, page] of pages.entries()) {
    const said = page.querySelector('meta[name=description]')?.getAttribute('content') ?? ''
    expect(said.length, paths[i]).toBeGreaterThan(40)
    expect(page.documentElement.innerHTML).not.toMatch(/\{\w+\}/)
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(`https://a.example.com${paths[i]}`)
    expect(page.querySelector('meta[property="og:image"]')).not.toBeNull()
  }
})

const event = {
  id: 'event-1',
  title: '</script><b>Reading',
  description: 'Aloud.',
  start_time: '2027-03-28T00:30:00Z',
  end_time: '2027-03-28T02:00:00Z',
  time_zone: 'Europe/Berlin',
  place: 'in_person',
  location: 'Library, Berlin',
  has_online_link: true,
  organizer: 'Mira',
  organizer_id: 'M000001',
  is_official: false,
  is_cancelled: false,
  cover_image: null,
  capacity: 4,
  seats_left: 0,
  created_at: '2027-01-01T00:00:00Z',
}
const eventData = (change: object) => {
  const head = eventHead({ ...event, ...change } as Parameters<typeof eventHead>[0], 'https://a.example.com')
  const page = new DOMParser().parseFromString(withHead(BUILT, head), 'text/html')
  expect(page.querySelectorAll('script')).toHaveLength(1)
  return JSON.parse(page.querySelector('script')?.textContent ?? '')
}

it('tells search engines when an event is on the clock of its place, also over a change of the clocks', () => {
  expect(eventData({})).toMatchObject({
    '@type': 'Event',
    name: event.title,
    startDate: '2027-03-28T01:30:00+01:00',
    endDate: '2027-03-28T04:00:00+02:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    offers: { price: '0', availability: 'https://schema.org/SoldOut' },
  })
})

it('tells search engines that an event is cancelled, and where one is that has no link', () => {
  const data = eventData({ is_cancelled: true, has_online_link: false, seats_left: 1 })
  expect(data.eventStatus).toBe('https://schema.org/EventCancelled')
  expect(data.location).toEqual({ '@type': 'Place', name: 'Library, Berlin', address: 'Library, Berlin' })
})

it('tells search engines what AspireX wrote, and keeps its words as text', () => {
  const post = {
    id: 'p1',
    text: '## Pictures have words now\n\n</script><img src=x onerror=alert(1)>',
    pictures: [],
    published_at: '2026-11-01T10:00:00.000Z',
    edited_at: null,
  } as unknown as Parameters<typeof postHead>[0]
  const html = withHead(BUILT, postHead(post, 'https://a.example.com'))
  const page = new DOMParser().parseFromString(html, 'text/html')
  expect(page.title).toBe('Pictures have words now · AspireX')
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    'https://a.example.com/community/posts/p1',
  )
  expect(page.querySelector('img')).toBeNull()
  expect(JSON.parse(page.querySelector('script')?.textContent ?? '')).toMatchObject({
    '@type': 'SocialMediaPosting',
    articleBody: post.text,
  })
})
