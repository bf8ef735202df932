import type { Jobs } from '../lib/jobs'

export const seedJobs: Jobs = { plant_seed_world: async () => 0 }
