import type { Kind } from './kind'
import { timeIn } from './wording'

export interface AccountKinds {
  password_changed: Record<never, never>
  email_changed: { new_email: string }
  totp_enabled: Record<never, never>
  totp_disabled: Record<never, never>
  google_linked: { google_email: string }
  google_unlinked: { google_email: string }
  account_closing: { until: string }
  account_reopened: Record<never, never>
  export_ready: { until: string }
}

/** About the safety of an account: told in the product and by mail, always (G1). */
const security = <D>(words: string | ((data: D) => string), subject: string): Kind<D> => {
  const text = (data: D) => (typeof words === 'string' ? words : words(data))
  return {
    type: 'info',
    text,
    link: () => '/settings/security',
    mail: (data) => ({
      subject,
      paragraphs: [text(data), 'If this was not you, choose a new password and sign out everywhere.'],
      action: { label: 'Look at my account', path: '/settings/security' },
    }),
  }
}

export const ACCOUNT_KINDS: { [K in keyof AccountKinds]: Kind<AccountKinds[K]> } = {
  password_changed: security('Your password was changed. Other devices were signed out.', 'Your password was changed'),
  email_changed: security(
    ({ new_email }) => `Your e-mail address is ${new_email} now.`,
    'Your e-mail address was changed',
  ),
  totp_enabled: security('Signing in now asks for a code of your authenticator app.', 'Two-step sign-in is on'),
  totp_disabled: security('Signing in no longer asks for a code.', 'Two-step sign-in is off'),
  google_linked: security(
    ({ google_email }) => `You can sign in with the Google account ${google_email} now.`,
    'Google was connected',
  ),
  google_unlinked: security(
    ({ google_email }) => `The Google account ${google_email} can no longer sign in here.`,
    'Google was disconnected',
  ),
  account_closing: {
    type: 'warning',
    text: ({ until }, reader) =>
      `Your account closes. You can take that back until ${timeIn(reader.time_zone, until)}.`,
    link: () => '/settings/close',
    mail: ({ until }, reader) => ({
      subject: 'Your account closes',
      paragraphs: [
        'You asked us to close your account. Sessions ahead were cancelled and refunded as you were shown.',
        `Until ${timeIn(reader.time_zone, until)} you can sign in and take it back. After that everything is erased.`,
      ],
      action: { label: 'Keep my account', path: '/settings/close' },
    }),
  },
  account_reopened: security('Your account stays open.', 'Your account stays open'),
  export_ready: {
    type: 'success',
    text: ({ until }, reader) => `Your data is ready to download until ${timeIn(reader.time_zone, until)}.`,
    link: () => '/settings/data',
    mail: ({ until }, reader) => ({
      subject: 'Your data is ready',
      paragraphs: [`Download it until ${timeIn(reader.time_zone, until)}. You need to be signed in.`],
      action: { label: 'Download my data', path: '/settings/data' },
    }),
  },
}
