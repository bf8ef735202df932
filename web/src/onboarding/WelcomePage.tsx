import { Match, Switch } from 'solid-js'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { browserZone, cityOf } from '../lib/time'
import { usePlace } from '../lib/zones'
import { Loaded, SkeletonRows } from '../ui/List'
import { BudgetStep } from './BudgetStep'
import { GoalStep } from './GoalStep'
import { Matches } from './Matches'
import { SkillsStep } from './SkillsStep'
import { StepFrame } from './StepFrame'
import { addressOf, createWelcomeFlow, STEPS, type At, type Step } from './welcome-flow'
import { wishQuery, type Wish } from './welcome.queries'
import { ZoneStep } from './ZoneStep'

const NAMES: Record<Step, () => string> = {
  goal: m.welcome_goal,
  skills: m.welcome_skills,
  zone: m.welcome_zone,
  budget: m.welcome_budget,
}
const TITLES: Record<At, () => string> = {
  goal: m.welcome_goal_title,
  skills: m.welcome_skills_title,
  zone: () => m.welcome_zone_title({ city: cityOf(browserZone()) }),
  budget: m.welcome_budget_title,
  matches: m.welcome_matches_title,
}

/** Four short questions to a new student, and three mentors for the answers. */
export default function WelcomePage() {
  const wish = useQuery(wishQuery)
  return (
    <Loaded query={wish} loading={<SkeletonRows />}>
      {(own) => <Welcome wish={own()} />}
    </Loaded>
  )
}

function Welcome(props: { wish: Wish }) {
  const flow = createWelcomeFlow(() => props.wish)
  const now = createNow()
  const there = usePlace(browserZone)
  const words: Record<At, () => string> = {
    goal: m.welcome_goal_words,
    skills: m.welcome_skills_words,
    zone: () => {
      const place = there()
      return place
        ? m.welcome_zone_words({ time: place.time(now()), zone: place.label(now()) })
        : m.profile_zone_words()
    },
    budget: m.welcome_budget_words,
    matches: m.welcome_matches_words,
  }
  const isPast = (step: Step) => flow.at() === 'matches' || STEPS.indexOf(step) < STEPS.indexOf(flow.at() as Step)
  const isDone: Record<Step, () => boolean> = {
    goal: () => props.wish.goal !== null,
    skills: () => props.wish.skills.length > 0,
    zone: () => isPast('zone'),
    budget: () => props.wish.budget_minor !== null,
  }
  const steps = () =>
    STEPS.map((step) => ({ id: step, name: NAMES[step](), href: addressOf(step), isDone: isDone[step]() }))

  return (
    <StepFrame
      steps={steps()}
      at={flow.at()}
      title={TITLES[flow.at()]()}
      words={words[flow.at()]()}
      skip={flow.at() === 'matches' ? undefined : '/mentors'}
      wide={flow.at() === 'matches'}
    >
      <Switch>
        <Match when={flow.at() === 'goal'}>
          <GoalStep flow={flow} />
        </Match>
        <Match when={flow.at() === 'skills'}>
          <SkillsStep flow={flow} />
        </Match>
        <Match when={flow.at() === 'zone'}>
          <ZoneStep flow={flow} />
        </Match>
        <Match when={flow.at() === 'budget'}>
          <BudgetStep flow={flow} />
        </Match>
        <Match when={flow.at() === 'matches'}>
          <Matches skills={props.wish.skills} />
        </Match>
      </Switch>
    </StepFrame>
  )
}
