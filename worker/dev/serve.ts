import { serveBuilt } from './built.ts'
import { port, stateDir } from './place.ts'
import { claimPort } from './port.ts'
import { onLeave } from './processes.ts'

await claimPort(port)
const { url, dispose } = await serveBuilt({ port, stateDir, again: process.argv.includes('--again') })
console.log(`The built Worker is ready at ${url}`)
onLeave(() => void dispose().then(() => process.exit()))
