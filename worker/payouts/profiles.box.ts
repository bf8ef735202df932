import { opened, sealed } from '../accounts/secrets'
import type { Environment } from '../lib/environment'
import type { Details } from './profiles.rules'

export const sealDetails = (env: Environment, details: Details): Promise<string> =>
  sealed(env, 'payout_profile', JSON.stringify(details))

/** The bank and tax numbers of a profile, for its owner masked and for staff with a reason. */
export async function openDetails(env: Environment, box: string): Promise<Details> {
  const text = await opened(env, 'payout_profile', box)
  if (text === undefined) throw new Error('A payout profile was sealed with another SECRET_KEY')
  return JSON.parse(text) as Details
}
