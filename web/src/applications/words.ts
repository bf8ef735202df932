import { isolate, m, regionalLocale } from '../lib/messages'
import type { Check } from './application.queries'

/** "Nov 2026" */
const monthOf = (at: string): string =>
  new Intl.DateTimeFormat(regionalLocale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(at))

/** "github.com/ravi" */
export const linkWords = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')

/** What was checked, when and by whom: never one without the others. */
export function checkWords({ kind, subject, via, checked_at, checked_by }: Check): string {
  const when = monthOf(checked_at)
  if (kind === 'identity') return m.check_identity_staff({ when })
  if (kind === 'company_email') {
    const company = isolate(subject)
    return checked_by === 'system' && via
      ? m.check_company_system({ company, domain: via, when })
      : m.check_company_staff({ company, when })
  }
  const link = isolate(linkWords(subject))
  return checked_by === 'system' ? m.check_link_system({ link, when }) : m.check_link_staff({ link, when })
}
