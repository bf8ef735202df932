// Reads the tokens of src/theme.css. Fails below 4.5:1 for text, 3:1 for edges.
import fs from 'node:fs'
const css = fs.readFileSync(new URL('../src/theme.css', import.meta.url), 'utf8')
const T = { light: {}, dark: {} }
for (const [, name, value] of css.matchAll(/--color-([\w-]+):\s*([^;]+);/g)) {
  const ld = value.match(/^light-dark\((oklch\([^)]*\)),\s*(oklch\([^)]*\))\)/)
  T.light[name] = ld ? ld[1] : value.trim()
  T.dark[name] = ld ? ld[2] : value.trim()
}
const clamp = (v) => Math.min(1, Math.max(0, v))
function linear(c) {
  if (c.startsWith('#'))
    return [1, 3, 5]
      .map((i) => parseInt(c.slice(i, i + 2), 16) / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  const [L, C, H] = c.match(/[\d.]+/g).map(Number)
  const a = C * Math.cos((H * Math.PI) / 180),
    b = C * Math.sin((H * Math.PI) / 180)
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(clamp)
}
const lum = (c) => {
  const [r, g, b] = linear(c)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const ratio = (x, y) => {
  const [a, b] = [lum(x), lum(y)].sort((p, q) => q - p)
  return (a + 0.05) / (b + 0.05)
}
const grounds = ['canvas', 'surface', 'raised', 'sunken']
const pairs = [
  ...['ink', 'ink-2', 'ink-3', 'accent-ink', 'success-ink', 'warning-ink', 'danger-ink'].flatMap((f) =>
    grounds.map((b) => [f, b, 4.5]),
  ),
  ...['ink', 'ink-2', 'ink-3', 'accent-ink'].flatMap((f) => [
    [f, 'accent-soft', 4.5],
    [f, 'band', 4.5],
  ]),
  ['ink', 'pressed', 4.5],
  ['ink-2', 'pressed', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-danger', 'danger', 4.5],
  ...['success', 'warning', 'danger'].flatMap((m) => [
    [`${m}-ink`, `${m}-soft`, 4.5],
    ['ink', `${m}-soft`, 4.5],
    ['ink-2', `${m}-soft`, 4.5],
  ]),
  ...['clay', 'straw', 'sage', 'lagoon', 'iris', 'rose'].map((t) => ['on-tint', t, 4.5]),
  ...grounds.slice(0, 3).flatMap((b) => [
    ['line-control', b, 3],
    ['accent', b, 3],
    ['live', b, 2.5],
  ]),
]
let bad = 0
const low = { light: [99], dark: [99] }
for (const theme of ['light', 'dark'])
  for (const [f, b, need] of pairs) {
    const r = ratio(T[theme][f], T[theme][b])
    if (need === 4.5 && r < low[theme][0]) low[theme] = [r, f, b]
    if (!(r >= need)) {
      bad++
      console.log(`${theme}: ${f} on ${b} is ${r.toFixed(2)}, needs ${need}`)
    }
  }
console.log(
  `${pairs.length * 2} pairs, ${bad} below. Lowest text pair: light ${low.light[0].toFixed(2)} (${low.light[1]} on ${low.light[2]}), dark ${low.dark[0].toFixed(2)} (${low.dark[1]} on ${low.dark[2]})`,
)
process.exit(bad ? 1 : 0)
