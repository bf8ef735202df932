import * as z from 'zod'
import { MENTOR_STEPS, STUDENT_STEPS, type MentorStep, type StudentStep } from './completeness.constants'

const sideOf = <S extends string>(steps: [S, ...S[]]) => {
  const step = z.enum(steps)
  return z.object({
    percent: z.int().min(0).max(100),
    next: z.object({ step, gain: z.int() }).nullable().meta({ description: 'What helps most; null where all is done' }),
    missing: z.array(step),
  })
}

export const Completeness = z
  .object({
    student: sideOf(Object.keys(STUDENT_STEPS) as [StudentStep, ...StudentStep[]]),
    mentor: sideOf(Object.keys(MENTOR_STEPS) as [MentorStep, ...MentorStep[]]).nullable(),
  })
  .meta({ id: 'Completeness' })
