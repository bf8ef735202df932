import { useNavigate, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { BecomeMentor } from '../accounts/BecomeMentor'
import { availabilityQuery, offersQuery } from '../availability/availability.queries'
import { Offers } from '../availability/Offers'
import { WeeklyHours } from '../availability/WeeklyHours'
import '../availability/availability.css'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { isMentor, useAccount } from '../lib/session'
import { ButtonLink } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { PagePreview } from './PagePreview'
import { PriceStep } from './PriceStep'
import { StepFrame } from './StepFrame'

const STEPS = ['offer', 'week', 'price', 'preview'] as const
type Step = (typeof STEPS)[number]
const NAMES: Record<Step, () => string> = {
  offer: m.welcome_offer,
  week: m.welcome_week,
  price: m.welcome_price,
  preview: m.welcome_preview,
}
const TITLES: Record<Step, () => string> = {
  offer: m.welcome_offer_title,
  week: m.welcome_week_title,
  price: m.welcome_price_title,
  preview: m.welcome_preview_title,
}
const WORDS: Record<Step, () => string> = {
  offer: m.welcome_offer_words,
  week: m.welcome_week_words,
  price: m.welcome_price_words,
  preview: m.welcome_preview_words,
}
const addressOf = (step: Step) => `/welcome/mentor?step=${step}`

/** What a new mentor needs before the application: an offer, a week, a price, and a look at the page. */
export default function MentorWelcomePage() {
  const me = useAccount()
  return (
    <Show
      when={isMentor(me())}
      fallback={
        <div class="mx-auto max-w-read">
          <BecomeMentor />
        </div>
      }
    >
      <Welcome />
    </Show>
  )
}

function Welcome() {
  const [query] = useSearchParams()
  const navigate = useNavigate()
  const offers = useQuery(offersQuery)
  const availability = useQuery(availabilityQuery)
  const at = (): Step => STEPS.find((step) => step === query.step) ?? 'offer'
  const hasOffers = () => (offers.data?.items.length ?? 0) > 0
  const hasWeek = () => (availability.data?.weekly.length ?? 0) > 0
  const isDone: Record<Step, () => boolean> = {
    offer: hasOffers,
    week: hasWeek,
    price: () => hasOffers() && at() === 'preview',
    preview: () => false,
  }
  const steps = () =>
    STEPS.map((step) => ({ id: step, name: NAMES[step](), href: addressOf(step), isDone: isDone[step]() }))

  return (
    <StepFrame steps={steps()} at={at()} title={TITLES[at()]()} words={WORDS[at()]()} skip="/availability">
      <Switch>
        <Match when={at() === 'offer'}>
          <Offers />
          <Onward to={addressOf('week')} isDone={hasOffers()} />
        </Match>
        <Match when={at() === 'week'}>
          <Loaded query={availability} loading={<SkeletonRows count={7} />}>
            {(week) => (
              <WeeklyHours availability={week()} onSaved={() => at() === 'week' && navigate(addressOf('price'))} />
            )}
          </Loaded>
          <Onward to={addressOf('price')} isDone={false} />
        </Match>
        <Match when={at() === 'price'}>
          <PriceStep
            toOffers={addressOf('offer')}
            next={addressOf('preview')}
            onSaved={() => at() === 'price' && navigate(addressOf('preview'))}
          />
        </Match>
        <Match when={at() === 'preview'}>
          <PagePreview />
        </Match>
      </Switch>
    </StepFrame>
  )
}

/** Goes on where the step is done, and past it where it is not. */
function Onward(props: { to: string; isDone: boolean }) {
  return (
    <div>
      <Show
        when={props.isDone}
        fallback={
          <ButtonLink kind="quiet" size="lg" href={props.to}>
            {m.welcome_skip_step()}
          </ButtonLink>
        }
      >
        <ButtonLink kind="primary" size="lg" href={props.to}>
          {m.welcome_next()}
        </ButtonLink>
      </Show>
    </div>
  )
}
