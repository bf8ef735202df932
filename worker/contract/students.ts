import * as z from 'zod'
import { Day, line, Link, LinkTo, Name, Phone, StudentId, text, TimeZone } from './common'
import { SkillNames } from './skills'

/** The seed's StudentDetail fields. Only the keys present change; null clears. */
const details = {
  phone: Phone.nullable().optional(),
  date_of_birth: Day.nullable().optional(),
  college: line(1, 120).nullable().optional(),
  degree: line(1, 120).nullable().optional(),
  field_of_study: line(1, 120).nullable().optional(),
  year_of_study: z.int().min(1).max(12).nullable().optional(),
  skills: SkillNames.nullable().optional(),
  interests: SkillNames.nullable().optional(),
  linkedin_url: LinkTo('linkedin.com').nullable().optional(),
  github_url: LinkTo('github.com').nullable().optional(),
  portfolio_url: Link.nullable().optional(),
  bio: text(0, 2000).nullable().optional(),
}
export const StudentDetail = z.strictObject(details).meta({ id: 'StudentDetail' })
export const StudentChange = z
  .strictObject({ name: Name.optional(), time_zone: TimeZone.optional(), ...details })
  .meta({ id: 'StudentChange' })
export const Student = z
  .object({
    student_id: StudentId,
    name: z.string(),
    email: z.string(),
    time_zone: z.string(),
    picture_url: z.string().nullable(),
    date_joined: z.iso.datetime(),
    phone: z.string().nullable(),
    date_of_birth: z.string().nullable(),
    college: z.string().nullable(),
    degree: z.string().nullable(),
    field_of_study: z.string().nullable(),
    year_of_study: z.int().nullable(),
    skills: z.array(z.string()),
    interests: z.array(z.string()),
    linkedin_url: z.string().nullable(),
    github_url: z.string().nullable(),
    portfolio_url: z.string().nullable(),
    bio: z.string().nullable(),
  })
  .meta({ id: 'Student' })
