import { A } from '@solidjs/router'
import type { ParentProps } from 'solid-js'
import { m } from '../lib/messages'
import { ButtonLink } from '../ui/Button'
import { Logo } from '../ui/Logo'

export const SkipLink = () => (
  <a class="skip" href="#main" target="_self">
    {m.skip()}
  </a>
)

/** The header of the public pages. */
export function VisitorHeader() {
  return (
    <header class="site">
      <div class="wrap site__in">
        <Logo href="/" />
        <nav class="site__nav" aria-label={m.nav_main()}>
          <A href="/mentors">{m.nav_mentors()}</A>
          <a href="/#cost">{m.nav_prices()}</a>
        </nav>
        <div class="row row--1 push">
          <ButtonLink kind="quiet" href="/login">
            {m.act_log_in()}
          </ButtonLink>
          <ButtonLink kind="primary" class="site__join" href="/signup">
            {m.act_join()}
          </ButtonLink>
        </div>
      </div>
    </header>
  )
}

export function VisitorFooter() {
  return (
    <footer class="foot">
      <div class="wrap foot__in">
        <Logo href="/" />
        <nav class="foot__nav" aria-label={m.nav_footer()}>
          <A href="/mentors">{m.nav_mentors()}</A>
          <A href="/signup?as=mentor">{m.nav_become_mentor()}</A>
          <A href="/login">{m.act_log_in()}</A>
          <A href="/terms">{m.terms_title()}</A>
        </nav>
      </div>
    </footer>
  )
}

export function VisitorFrame(props: ParentProps) {
  return (
    <>
      <VisitorHeader />
      <main id="main" class="wrap pt-4 pb-16" tabindex="-1">
        {props.children}
      </main>
      <VisitorFooter />
    </>
  )
}
