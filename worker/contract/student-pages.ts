import * as z from 'zod'
import { StudentId } from './common'

export const StudentPath = z.strictObject({ student_id: StudentId })
const Work = z.object({
  url: z.string(),
  caption: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
})
/** What a student of age shows to everybody, where they chose to. Never phone, birth date or CV. */
export const StudentPage = z
  .object({
    student_id: StudentId,
    name: z.string(),
    picture_url: z.string().nullable(),
    bio: z.string().nullable(),
    skills: z.array(z.string()),
    interests: z.array(z.string()),
    linkedin_url: z.string().nullable(),
    github_url: z.string().nullable(),
    portfolio_url: z.string().nullable(),
    portfolio: z.array(Work),
    searchable: z.boolean().meta({ description: 'Search engines may show it' }),
  })
  .meta({ id: 'StudentPage' })
