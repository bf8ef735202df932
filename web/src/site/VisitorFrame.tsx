import { A } from '@solidjs/router'
import type { ParentProps } from 'solid-js'
import { m } from '../lib/messages'
import { ButtonLink } from '../ui/Button'
import { Logo } from '../ui/Logo'
import { Footer } from './Footer'

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
          <A href="/events">{m.nav_events()}</A>
          <A href="/pricing">{m.nav_prices()}</A>
          <A href="/help">{m.nav_help()}</A>
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

export function VisitorFrame(props: ParentProps) {
  return (
    <>
      <VisitorHeader />
      <main id="main" class="wrap pt-4 pb-16" tabindex="-1">
        {props.children}
      </main>
      <Footer />
    </>
  )
}
