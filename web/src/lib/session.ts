import { useQueryClient, type QueryClient } from '@tanstack/solid-query'
import { useQuery } from './query'
import { answer, api, type Body } from './api'
import { remember, whoAmI, type Me } from './me'

export type { Me }
const ME = ['me']

/** The account of this browser: `data` is null for a visitor, undefined while it is not known. */
export const useMe = () => useQuery(() => ({ queryKey: ME, queryFn: whoAmI, staleTime: 5 * 60_000 }))

/** For pages behind the sign-in guard, where somebody is always there. */
export function useAccount(): () => Me {
  const me = useMe()
  return () => me.data!
}

export const isMentor = (me: Me | null | undefined): boolean => me?.roles.includes('mentor') ?? false

/** Everything that was learnt as somebody else is forgotten. */
function become(client: QueryClient, me: Me | null): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' })
  client.setQueryData(ME, remember(me))
}

/** A call found that the session is over: the guard of the page then sends to the log-in and back. */
export const forgetMe = (client: QueryClient) => client.setQueryData(ME, remember(null))

export function useSession() {
  const client = useQueryClient()
  return {
    /** Signed in, or the ticket of the second step where the account asks for one. */
    async signIn(body: Body<'/api/auth/login/', 'post'>): Promise<string | undefined> {
      const said = await answer(api.POST('/api/auth/login/', { body }))
      if ('ticket' in said) return said.ticket
      become(client, said.user)
      return undefined
    },
    /** The second step: a code of the authenticator, or a recovery code. */
    async showSecondFactor(ticket: string, code: string): Promise<void> {
      const { user } = await answer(api.POST('/api/auth/login/totp/', { body: { ticket, code } }))
      become(client, user)
    },
    /** Somebody came in by another door and has the cookie already. */
    welcome: (user: Me) => become(client, user),
    async register(role: 'student' | 'mentor', body: Body<'/api/auth/student/register/', 'post'>): Promise<Me> {
      const path = role === 'mentor' ? '/api/auth/mentor/register/' : '/api/auth/student/register/'
      const { user } = await answer(api.POST(path, { body }))
      become(client, user)
      return user
    },
    /** Adds the mentor role to the account that is signed in. */
    async becomeMentor(): Promise<Me> {
      const { user } = await answer(api.POST('/api/auth/mentor/register/', { body: { accepted_terms: true } }))
      client.setQueryData(ME, remember(user))
      return user
    },
    /** Ends in a fresh document, which remembers nothing of the account. */
    async signOut({ everywhere = false, to = '/' } = {}): Promise<void> {
      await answer(api.POST('/api/auth/logout/', { params: { query: everywhere ? { everywhere: 'true' } : {} } }))
      remember(null)
      location.assign(to)
    },
    refresh: () => client.invalidateQueries({ queryKey: ME }),
  }
}
