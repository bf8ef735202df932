import type { Kind } from './kind'
import { named } from './wording'

export interface StudentKinds {
  skill_learned_proposed: { mentor_name: string; skill: string }
  skill_learned: { student_id: string; student_name: string; skill: string }
}

export const STUDENT_KINDS: { [K in keyof StudentKinds]: Kind<StudentKinds[K]> } = {
  skill_learned_proposed: {
    type: 'info',
    text: ({ mentor_name, skill }) => `${named(mentor_name)} says that you learned ${named(skill)}. Do you agree?`,
    link: () => '/progress',
  },
  skill_learned: {
    type: 'success',
    text: ({ student_name, skill }) => `${named(student_name)} learned ${named(skill)} with you.`,
    link: ({ student_id }) => `/students/mine/${student_id}`,
  },
}
