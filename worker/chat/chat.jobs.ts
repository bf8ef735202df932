import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { renewHabits } from './answers.data'
import { letGoOfFiles } from './attachments.data'

export const chatJobs: Jobs = {
  let_go_of_message_files: async (env) => {
    const db = unmetered(env)
    return ((await write(db, letGoOfFiles(db, now()))).at(-1) as unknown[]).length
  },
}

export const nightlyChatJobs: Jobs = {
  renew_answer_habits: async (env) => {
    const db = unmetered(env)
    return ((await write(db, renewHabits(db, now()))).at(-1) as unknown[]).length
  },
}
