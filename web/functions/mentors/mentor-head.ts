import type { components } from '../../src/lib/contract.generated'
import { shortened, type Head } from '../document'

type Mentor = components['schemas']['Mentor']
type Offer = Mentor['offers'][number]

/** Minor units as the decimal that schema.org wants. */
function price({ amount_minor, currency }: Offer): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return (amount_minor / 10 ** digits).toFixed(digits)
}

/** With its count, and of nobody who is new. A person has no rating in schema.org; the service they give has. */
const ratingData = ({ rating, rating_count }: Mentor) =>
  rating
    ? {
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: rating,
          ratingCount: rating_count,
          bestRating: 5,
          worstRating: 1,
        },
      }
    : {}

const offerData = (offer: Offer, mentor: Mentor, url: string) => ({
  '@type': 'Offer',
  name: offer.title,
  price: price(offer),
  priceCurrency: offer.currency,
  url,
  itemOffered: { '@type': 'Service', name: offer.title, serviceType: 'Mentoring', ...ratingData(mentor) },
})

/** https://schema.org/Person with what they offer; nothing by which a person could be contacted. */
const personData = (mentor: Mentor, url: string, image: string | undefined) => ({
  '@context': 'https://schema.org',
  '@type': 'Person',
  name: mentor.name,
  url,
  ...(image && { image }),
  ...(mentor.headline && { description: mentor.headline }),
  ...(mentor.designation && { jobTitle: mentor.designation }),
  ...(mentor.company && { worksFor: { '@type': 'Organization', name: mentor.company } }),
  ...(mentor.skills.length > 0 && { knowsAbout: mentor.skills }),
  ...(mentor.languages.length > 0 && { knowsLanguage: mentor.languages }),
  makesOffer: mentor.offers.map((offer) => offerData(offer, mentor, url)),
})

export function mentorHead(mentor: Mentor, origin: string): Head {
  const canonical = `${origin}/mentors/${mentor.mentor_id}`
  const image = mentor.picture_url ? new URL(mentor.picture_url, origin).href : undefined
  const about = [mentor.headline, mentor.promise].filter((line) => line !== null).join(' ')
  return {
    title: `${mentor.name} · AspireX`,
    description: shortened(about || `Book a session with ${mentor.name}.`),
    canonical,
    image,
    type: 'profile',
    data: personData(mentor, canonical, image),
    words: [
      mentor.name,
      ...[mentor.headline, mentor.promise, mentor.bio].filter((line) => line !== null),
      ...mentor.offers.map((offer) => `${offer.title}: ${price(offer)} ${offer.currency}, ${offer.minutes} min`),
    ],
  }
}
