const EXCERPT = 120
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The first line that says something, without the marks before it, cut between characters that belong together. */
export function excerptOf(text: string): string {
  const line = text.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one)) ?? text
  const plain = line.replace(/^[\s#>*-]+/u, '').trim()
  let [count, last] = [0, 0]
  for (const { index } of graphemes.segment(plain)) {
    count++
    if (count === EXCERPT) last = index
    if (count > EXCERPT) return `${plain.slice(0, last)}…`
  }
  return plain
}
