import BookIcon from '~icons/lucide/book-open'
import { SETTINGS } from '../accounts/settings'
import { m } from '../lib/messages'
import { isMentor, type Me } from '../lib/session'
import { isTeaching } from '../lib/side'
import { destinationsOf } from '../site/navigation'
import type { Entry } from './entries'

const PUBLIC: [string, () => string][] = [
  ['/help', m.help_title],
  ['/pricing', m.pricing_title],
  ['/cancellation', m.cancellation_title],
  ['/guidelines', m.guidelines_title],
  ['/privacy', m.privacy_page_title],
  ['/terms', m.terms_title],
  ['/status', m.status_title],
]

/** Every page by its name: those of the side bar, the sections of the settings, and what everybody may read. */
export function placesOf(me: Me): Entry[] {
  const sections = SETTINGS.filter((part) => !part.mentors || isMentor(me))
  return [
    ...destinationsOf(isTeaching(me)).map(({ href, label, icon }) => ({ id: href, title: label(), icon, href })),
    ...sections.map(({ id, label, icon }) => ({
      id: `/settings/${id}`,
      title: label(),
      detail: m.settings_title(),
      icon,
      href: `/settings/${id}`,
      isDeep: true as const,
    })),
    ...PUBLIC.map(([href, title]) => ({ id: href, title: title(), icon: BookIcon, href, isDeep: true as const })),
  ]
}
