// Writes messages/en-XA.json, the pseudo-locale: accented, a third longer and bracketed, so that a string
// that is not in the catalogue or does not fit stands out. A deployed build has no use for it: then it is empty,
// every message falls back to English and costs nothing.
import fs from 'node:fs'

const folder = new URL('../messages/', import.meta.url)
const ACCENTS = {
  a: 'å',
  c: 'ç',
  d: 'ð',
  e: 'é',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  l: 'ļ',
  n: 'ñ',
  o: 'ö',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  w: 'ŵ',
  y: 'ý',
}

function pseudo(text) {
  const accented = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[a-z]/g, (letter) => ACCENTS[letter] ?? letter)))
    .join('')
  return `[${accented}${'·'.repeat(Math.ceil(text.length / 3))}]`
}

export function writePseudoLocale(wanted) {
  const english = JSON.parse(fs.readFileSync(new URL('en.json', folder), 'utf8'))
  const entries = Object.entries(english).map(([key, value]) => [
    key,
    typeof value === 'string'
      ? pseudo(value)
      : Object.fromEntries(Object.entries(value).map(([category, text]) => [category, pseudo(text)])),
  ])
  const text = JSON.stringify(wanted ? Object.fromEntries(entries) : {}, null, 2) + '\n'
  const file = new URL('en-XA.json', folder)
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text)
}

if (import.meta.url === `file://${process.argv[1]}`) writePseudoLocale(true)
