import { parseArgs } from 'node:util'
import * as z from 'zod'
import { emailKey } from '../accounts/emails.rules.ts'
import { firstAdmin } from '../accounts/first-admin.ts'
import { TERMS_VERSION } from '../contract/accounts.constants.ts'
import { newId } from '../lib/ids.ts'
import { stateDir } from './place.ts'
import { finish } from './processes.ts'

// The first admin: an account without a password, to which the Worker mails a link that sets one (A10).
const USAGE = 'npm run admin -- create EMAIL [--name NAME] [--remote]'

function quit(words: string): never {
  console.error(words)
  process.exit(1)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, remote: { type: 'boolean', default: false } },
})
const [act, address, ...more] = positionals
const email = z.email().max(254).safeParse(address)
if (act !== 'create' || more.length > 0 || !email.success) quit(USAGE)

const name = values.name ?? email.data.slice(0, email.data.indexOf('@'))
const where = values.remote ? ['--remote'] : ['--local', '--persist-to', stateDir]
const now = new Date()
const sql = firstAdmin({
  id: newId(now),
  task: newId(now),
  email: email.data,
  email_key: emailKey(email.data),
  name,
  terms_version: TERMS_VERSION,
  now,
})
const command = ['d1', 'execute', 'DB', ...where, '--yes', '--command', sql.join(';\n')]
await finish('wrangler', command).catch((error: Error) =>
  quit(error.message.includes('accounts.email_key') ? `${email.data} has an account already` : error.message),
)
console.log(
  `${email.data} is an admin. A link that sets the password is mailed within a minute; it works for 24 hours.`,
)
console.log('The role counts after two-step sign-in is turned on under Settings, Security.')
