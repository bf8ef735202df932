const EXCERPT = 120

/** The first line that says something, without the marks before it, cut between characters that belong together. */
export function excerptOf(text: string): string {
  const line = text.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one)) ?? text
  const plain = line.replace(/^[\s#>*-]+/u, '').trim()
  const graphemes = [...new Intl.Segmenter().segment(plain.slice(0, EXCERPT * 8))]
  if (graphemes.length <= EXCERPT) return plain
  return `${graphemes
    .slice(0, EXCERPT - 1)
    .map(({ segment }) => segment)
    .join('')}…`
}
