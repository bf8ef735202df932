import { isDevelopment, type Environment } from '../lib/environment'
import { SANDBOX_OFFICER } from '../sandbox/keys'

/** Undefined where the site names nobody: half an officer is none. */
export function officerOf(env: Environment) {
  const { GRIEVANCE_NAME: name, GRIEVANCE_ADDRESS: address, GRIEVANCE_EMAIL: email } = env
  const { GRIEVANCE_PHONE: phone, GRIEVANCE_HOURS: hours } = env
  if (name && address && email && phone && hours) return { name, address, email, phone, hours }
  return isDevelopment(env) ? SANDBOX_OFFICER : undefined
}
