/** Constants of the development world; they open nothing anywhere else. */
export const SANDBOX_KEYS = {
  key_id: 'rzp_test_sandbox',
  key_secret: 'sandbox-key-secret',
  webhook_secrets: ['sandbox-webhook-secret', 'sandbox-webhook-secret-before-rotation'],
} as const

/** Seals what development stores; in production it is a secret of its own. */
export const SANDBOX_SECRET_KEY = 'c2FuZGJveC1zZWNyZXQtb2YtMzItYnl0ZXMtLi4uLi4='

/** Of the admin's authenticator, base 32: staff show a second factor in every world. */
export const SANDBOX_TOTP_SECRET = 'ONQW4ZDCN54C2YLENVUW4LLUN52HA4TT'

/** The named people of the seed world. */
export const SANDBOX_ACCOUNTS = ['asha', 'mira', 'admin'].map((name) => ({
  email: `${name}@example.com`,
  password: 'aspirex-demo',
  ...(name === 'admin' && { totp_secret: SANDBOX_TOTP_SECRET }),
}))

/** Nobody: it stands where a production site names its own. */
export const SANDBOX_OFFICER = {
  name: 'Officer Invented (this is a development site)',
  address: 'No such house, 1 Example Road, Pune 000000',
  email: 'grievances@example.com',
  phone: '+91 55500 00000',
  hours: 'Never: this officer is invented',
}
