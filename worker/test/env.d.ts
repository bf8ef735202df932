import type { Environment } from '../lib/environment'

declare global {
  namespace Cloudflare {
    interface Env extends Environment {
      MIGRATIONS: D1Migration[]
    }
  }
}

declare module 'vitest' {
  /** Where the mail servers of the tests listen. */
  export interface ProvidedContext {
    mail: { plain: number; starttls: number; secure: number; stranger: number; login: number; api: string }
  }
}
