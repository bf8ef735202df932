import './landing.css'
import { Navigate, useLocation } from '@solidjs/router'
import { createSignal, onMount, Show } from 'solid-js'
import { m } from '../lib/messages'
import { createFetched } from '../lib/fetched'
import { wasSignedIn, whoAmI } from '../lib/me'
import { browserPlace } from '../lib/time'
import { createTitle } from '../lib/title'
import { findMentors, type ListedMentor } from '../mentors/mentors.calls'
import { exampleOf } from './example'
import { Ask, Rise } from './LandingHero'
import { Costs } from './Costs'
import { HowItWorks } from './HowItWorks'
import { ComingEvents } from './LandingEvents'
import { Numbers } from './Numbers'
import { Questions } from './LandingQuestions'
import { SoonMentors } from './LandingMentors'
import { Footer } from './Footer'
import { SkipLink, VisitorHeader } from './VisitorFrame'

const MENTORS = 12
const soonestFirst = (a: ListedMentor, b: ListedMentor) => (a.soonest_free ?? '9').localeCompare(b.soonest_free ?? '9')

/** For visitors; somebody with an account has a home instead, which only a returning browser asks about. */
export default function LandingPage() {
  const returning = wasSignedIn()
  const me = createFetched(
    () => returning,
    (ask) => (ask ? whoAmI() : Promise.resolve(null)),
  )
  return (
    <Show when={!me.data()} fallback={<Navigate href="/home" />}>
      <Show when={!returning || !me.loading()}>
        <Landing />
      </Show>
    </Show>
  )
}

function Landing() {
  createTitle(m.landing_title)
  const rest = createRest()
  const place = browserPlace()
  const mentors = createFetched(
    () => MENTORS,
    (limit) => findMentors({ limit }),
  )
  const bySoonest = () => [...(mentors.data()?.items ?? [])].sort(soonestFirst)
  const example = () => exampleOf(bySoonest(), place)

  return (
    <>
      <SkipLink />
      <VisitorHeader />
      <main id="main" tabindex="-1">
        <section class="hero wrap" aria-labelledby="promise">
          <div>
            <h1 id="promise" class="display hero__t">
              {m.landing_title()}
            </h1>
            <p class="t-lead hero__p">{m.landing_lead()}</p>
            <Ask place={place} />
          </div>
          <Rise mentors={bySoonest()} place={place} />
        </section>
        <SoonMentors mentors={bySoonest()} place={place} failed={mentors.error()} retry={mentors.retry} />
        <Show when={rest()}>
          <HowItWorks example={example()} place={place} />
          <Numbers class="wrap sec sec--brief" />
          <ComingEvents place={place} />
          <Costs example={example()} />
          <Questions />
        </Show>
      </main>
      <Show when={rest()}>
        <Footer />
      </Show>
    </>
  )
}

/** What lies below the first screen is drawn after it, so that neither keeps a finger waiting; then an address finds its part. */
function createRest() {
  const location = useLocation()
  const [rest, setRest] = createSignal(false)
  onMount(() =>
    setTimeout(() => {
      setRest(true)
      if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
    }),
  )
  return rest
}
