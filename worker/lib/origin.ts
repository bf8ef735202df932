import { isDevelopment, type Environment } from './environment'

const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/

/** Whether a request that carries a cookie comes from our own pages. */
export function isOurs(env: Environment, origin: string | undefined | null): boolean {
  if (!origin) return false
  return origin === env.PUBLIC_ORIGIN || (isDevelopment(env) && LOCAL.test(origin))
}
