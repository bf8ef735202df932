import { join } from 'node:path'

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[]; code: string | null } | null
}

const MESSAGE = /\/paraglide\/messages\/(\w+)\.js$/
const NAMED = /\bm\.(\w+)/g

interface Needed {
  modules: Set<string>
  messages: Set<string>
}
let needed: Needed | undefined

/** Everything that the entry imports, near or far, and the messages that is said with. */
function need(id: string, modules: Modules, found: Needed): Needed {
  if (found.modules.has(id) || MESSAGE.test(id)) return found
  found.modules.add(id)
  const info = modules.getModuleInfo(id)
  for (const [, name] of info?.code?.matchAll(NAMED) ?? []) found.messages.add(name!)
  for (const next of info?.importedIds ?? []) need(next, modules, found)
  return found
}

/**
 * One file for what the first page needs: shared with later pages, it would be cut into a dozen small ones. The catalogue
 * imports every message, so those count that the page names.
 */
export const firstPage = (id: string, modules: Modules): string | null => {
  needed ??= need(join(import.meta.dirname, '../src/main.tsx'), modules, { modules: new Set(), messages: new Set() })
  const message = MESSAGE.exec(id)?.[1]
  return (message ? needed.messages.has(message) : needed.modules.has(id)) ? 'first' : null
}
