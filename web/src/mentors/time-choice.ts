import type { Accessor } from 'solid-js'
import type { Slot } from './mentors.calls'
import type { Day } from './slot-choice'

type Looked = {
  data: { items: Slot[] } | undefined
  error: unknown
  isFetching: boolean
  isPlaceholderData: boolean
  refetch: () => unknown
}

/** A choice among free times: which week, which day, which time. */
export type TimeChoice = {
  slots: Looked
  days: Accessor<Day[]>
  day: Accessor<Day | undefined>
  chooseDay: (date: string) => void
  week: Accessor<number>
  isLastWeek: () => boolean
  turnTo: (week: number) => void
  start: () => string | undefined
  chooseStart: (start: string) => void
}
