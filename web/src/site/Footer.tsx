import { A } from '@solidjs/router'
import { For } from 'solid-js'
import { m } from '../lib/messages'
import { Logo } from '../ui/Logo'
import { LanguageSwitch } from './LanguageSwitch'
import { NewsletterField } from './NewsletterField'

const COLUMNS = [
  {
    title: m.foot_learn,
    links: [
      { href: '/mentors', words: m.nav_mentors },
      { href: '/events', words: m.nav_events },
      { href: '/pricing', words: m.nav_prices },
      { href: '/cancellation', words: m.foot_cancellation },
    ],
  },
  {
    title: m.foot_teach,
    links: [
      { href: '/become-a-mentor', words: m.nav_become_mentor },
      { href: '/badges', words: m.foot_badges },
      { href: '/guidelines', words: m.foot_guidelines },
    ],
  },
  {
    title: m.foot_product,
    links: [
      { href: '/about', words: m.foot_about },
      { href: '/help', words: m.nav_help },
      { href: '/contact', words: m.foot_contact },
      { href: '/status', words: m.foot_status },
    ],
  },
  {
    title: m.foot_rules,
    links: [
      { href: '/terms', words: m.terms_title },
      { href: '/privacy', words: m.foot_privacy },
      { href: '/grievance', words: m.foot_grievance },
    ],
  },
]

/** The foot of the public pages. */
export function Footer() {
  return (
    <footer class="foot">
      <div class="wrap foot__in">
        <div class="foot__brand">
          <Logo href="/" />
          <NewsletterField />
        </div>
        <nav class="foot__nav" aria-label={m.nav_footer()}>
          <For each={COLUMNS}>
            {(column) => (
              <div>
                <p class="foot__t">{column.title()}</p>
                <ul>
                  <For each={column.links}>
                    {(link) => (
                      <li>
                        <A href={link.href}>{link.words()}</A>
                      </li>
                    )}
                  </For>
                </ul>
              </div>
            )}
          </For>
        </nav>
        <LanguageSwitch />
      </div>
    </footer>
  )
}
