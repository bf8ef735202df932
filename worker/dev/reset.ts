import { rm } from 'node:fs/promises'
import { stateDir } from './place.ts'

await rm(stateDir, { recursive: true, force: true })
console.log(`Removed ${stateDir}`)
