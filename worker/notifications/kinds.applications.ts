import { because, type Kind } from './kind'
import { named, timeIn } from './wording'

export interface ApplicationKinds {
  mentor_approved: { reason?: string }
  mentor_refused: { reason?: string }
  application_submitted: { answer_by: string }
  application_in_review: Record<never, never>
  check_passed: { check: 'identity' | 'company_email' | 'profile_link'; subject: string }
}

const CHECKS = {
  identity: () => 'Your identity was checked.',
  company_email: (company: string) => `That you work at ${company} was checked by company e-mail.`,
  profile_link: (link: string) => `${link} was proven to be yours.`,
}

export const APPLICATION_KINDS: { [K in keyof ApplicationKinds]: Kind<ApplicationKinds[K]> } = {
  mentor_approved: {
    type: 'success',
    important: true,
    text: () => 'Your mentor profile is approved. Students can find and book you now.',
    link: () => '/availability',
    mail: () => ({
      subject: 'Your mentor profile is approved',
      paragraphs: ['Students can find and book you now. Check your offers and the hours you are free.'],
      action: { label: 'Set my hours', path: '/availability' },
    }),
  },
  mentor_refused: {
    type: 'warning',
    text: ({ reason }) => `Your mentor application was not approved.${reason ? ` ${reason}` : ''}`,
    link: () => '/application',
    mail: ({ reason }) => ({
      subject: 'About your mentor application',
      paragraphs: ['Your mentor application was not approved.', ...because(reason)],
      action: { label: 'Open my application', path: '/application' },
    }),
  },
  application_submitted: {
    type: 'info',
    text: ({ answer_by }, reader) =>
      `Your mentor application is with us. We answer by ${timeIn(reader.time_zone, answer_by)}.`,
    link: () => '/application',
    mail: ({ answer_by }, reader) => ({
      subject: 'Your mentor application is with us',
      paragraphs: [
        `A person reads it and answers by ${timeIn(reader.time_zone, answer_by)}.`,
        'You can already set your offers and your week.',
      ],
      action: { label: 'See my application', path: '/application' },
    }),
  },
  application_in_review: {
    type: 'info',
    text: () => 'Somebody is reading your mentor application now.',
    link: () => '/application',
  },
  check_passed: {
    type: 'success',
    text: (data) => `${CHECKS[data.check](named(data.subject))} Your page says so now.`,
    link: () => '/application',
  },
}
