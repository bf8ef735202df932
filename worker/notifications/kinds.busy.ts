import type { Kind } from './kind'
import { named } from './wording'

export interface BusyKinds {
  calendar_failed: { name: string }
}

export const BUSY_KINDS: { [K in keyof BusyKinds]: Kind<BusyKinds[K]> } = {
  calendar_failed: {
    type: 'warning',
    text: ({ name }) =>
      `Your calendar “${named(name)}” cannot be read. Look at its address, or new events in it stay bookable.`,
    link: () => '/availability#calendars',
    mail: ({ name }) => ({
      subject: `We cannot read your calendar “${name}”`,
      paragraphs: [
        `We tried several times to read your calendar “${named(name)}” and could not.`,
        'The busy times that we know of stay closed. New events in it do not, until it can be read again.',
      ],
      action: { label: 'Look at my calendars', path: '/availability#calendars' },
    }),
  },
}
