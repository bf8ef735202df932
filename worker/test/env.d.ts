import type { Environment } from '../lib/environment'

declare global {
  namespace Cloudflare {
    interface Env extends Environment {
      MIGRATIONS: D1Migration[]
    }
  }
}
