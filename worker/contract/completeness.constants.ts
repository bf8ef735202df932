/** What makes a profile whole, the step that helps most first; the numbers of a side add up to 100. */
export const STUDENT_STEPS = {
  interests: 20,
  bio: 15,
  skills: 15,
  picture: 15,
  field_of_study: 10,
  college: 5,
  degree: 5,
  date_of_birth: 5,
  cv: 5,
  link: 5,
} as const
export const MENTOR_STEPS = {
  expertise: 20,
  bio: 20,
  headline: 15,
  picture: 15,
  languages: 10,
  promise: 5,
  designation: 5,
  years_of_experience: 5,
  link: 5,
} as const

export type StudentStep = keyof typeof STUDENT_STEPS
export type MentorStep = keyof typeof MENTOR_STEPS

/** How long the text about a mentor is at least before it counts. */
export const LEAST_MENTOR_BIO = 100
