/** One key for as long as the words stay the same: after a failure other words are another act. */
export function createKeys(): (words: string) => string {
  let last: { words: string; key: string } | undefined
  return (words) => {
    if (last?.words !== words) last = { words, key: crypto.randomUUID() }
    return last.key
  }
}
