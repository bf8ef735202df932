// What a visitor's first page weighs, gzipped: the entry, which holds the landing page, and everything it imports.
import fs from 'node:fs'
import zlib from 'node:zlib'

const BUDGET_KIB = { js: 45, css: 15 }
const dist = new URL('../dist/', import.meta.url)
const html = fs.readFileSync(new URL('index.html', dist), 'utf8')
const found = new Set([...html.matchAll(/(?:src|href)="(\/[\w./-]+\.(?:js|css))"/g)].map((match) => match[1]))

for (const file of found) {
  if (!file.endsWith('.js')) continue
  const text = fs.readFileSync(new URL(`.${file}`, dist), 'utf8')
  for (const match of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) found.add(`/assets/${match[1]}`)
}

const weigh = (kind) =>
  [...found]
    .filter((file) => file.endsWith(`.${kind}`))
    .reduce((sum, file) => sum + zlib.gzipSync(fs.readFileSync(new URL(`.${file}`, dist)), { level: 9 }).length, 0) /
  1024

let heavy = false
for (const [kind, budget] of Object.entries(BUDGET_KIB)) {
  const weight = weigh(kind)
  heavy ||= weight > budget
  console.log(`${kind}: ${weight.toFixed(1)} KiB of ${budget} KiB`)
}
process.exit(heavy ? 1 : 0)
