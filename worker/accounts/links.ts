import { hashOf, newSecret } from '../lib/ids'

const ID_LENGTH = 26

/**
 * The token of a mailed link or a ticket: the id of its account and a secret, so that the account is found in the first
 * trip. Only the hash of the whole is kept.
 */
export async function newLink(account_id: string): Promise<{ token: string; token_hash: string }> {
  const token = account_id + newSecret()
  return { token, token_hash: await hashOf(token) }
}

/** Whose link this claims to be. */
export const accountIn = (token: string): string => token.slice(0, ID_LENGTH)
