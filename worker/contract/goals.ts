import * as z from 'zod'
import { Id, Instant, line, MentorId, text } from './common'
import {
  GOAL_NOTE_LENGTH,
  GOAL_TITLE_LENGTH,
  MOST_GOALS,
  MOST_STEPS,
  MOST_TAKEAWAYS,
  NEXT_STEPS_LENGTH,
  STEP_TITLE_LENGTH,
  TAKEAWAY_LENGTH,
} from './goals.constants'

const Title = line(1, GOAL_TITLE_LENGTH)
const Note = text(0, GOAL_NOTE_LENGTH)
const StepTitle = line(1, STEP_TITLE_LENGTH)
const Position = (most: number) =>
  z
    .int()
    .min(0)
    .max(most - 1)
    .meta({ description: 'Where it stands in its list, from 0; beyond the end is the end' })

export const NewGoal = z.strictObject({ title: Title, note: Note.optional() }).meta({ id: 'NewGoal' })
export const GoalChange = z
  .strictObject({
    title: Title.optional(),
    note: Note.optional(),
    done: z.boolean().optional(),
    position: Position(MOST_GOALS).optional(),
  })
  .meta({ id: 'GoalChange' })
export const NewStep = z
  .strictObject({
    title: StepTitle,
    done: z.boolean().optional(),
    position: Position(MOST_STEPS).optional(),
  })
  .meta({ id: 'NewStep' })
export const StepChange = z
  .strictObject({
    title: StepTitle.optional(),
    done: z.boolean().optional(),
    position: Position(MOST_STEPS).optional(),
    accept: z.literal(true).optional().meta({ description: 'Takes a step that a mentor proposed' }),
  })
  .meta({ id: 'StepChange' })

export const GoalPath = z.strictObject({ id: Id })
export const StepPath = z.strictObject({ id: Id, step_id: Id })

const Mentor = z.object({ mentor_id: MentorId, name: z.string() })
const Step = z.object({
  id: Id,
  title: z.string(),
  done_at: Instant.nullable(),
  proposed_by: Mentor.nullable().meta({
    description: 'Who proposed it and waits for the student; null once it is taken',
  }),
})
const goal = { id: Id, title: z.string(), note: z.string(), done_at: Instant.nullable(), steps: z.array(Step) }

export const Goal = z
  .object({ ...goal, shared_with: z.array(Mentor), created_at: Instant, updated_at: Instant })
  .meta({ id: 'Goal' })
export const Goals = z.object({ items: z.array(Goal), next_cursor: z.null() }).meta({ id: 'Goals' })

/** A goal as the two of a booking see it. */
export const SharedGoal = z.object(goal).meta({ id: 'SharedGoal' })
export const SharedGoals = z
  .object({
    items: z.array(SharedGoal),
    is_open: z.boolean().meta({ description: 'Goals can be shared with this booking, and steps proposed' }),
  })
  .meta({ id: 'SharedGoals' })
export const Sharing = z.strictObject({ goal_ids: z.array(Id).max(MOST_GOALS) }).meta({ id: 'Sharing' })
export const SharingPath = z.strictObject({ id: Id })
export const ProposingPath = z.strictObject({ id: Id, goal_id: Id })
export const ProposedStep = z.strictObject({ title: StepTitle }).meta({ id: 'ProposedStep' })

export const TakeawaysForm = z
  .strictObject({
    takeaways: z.array(line(1, TAKEAWAY_LENGTH)).max(MOST_TAKEAWAYS),
    next_steps: text(0, NEXT_STEPS_LENGTH),
  })
  .meta({ id: 'TakeawaysForm' })
const TakenAlong = z.object({ takeaways: z.array(z.string()), next_steps: z.string(), updated_at: Instant })
export const Takeaways = z
  .object({
    mine: TakenAlong.nullable(),
    theirs: TakenAlong.nullable(),
    may_write: z.boolean().meta({ description: 'Once the session has begun' }),
  })
  .meta({ id: 'Takeaways' })
