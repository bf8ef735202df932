/** For comparing what people type: case, accents of Latin letters, spaces and hyphens do not count. */
export const fold = (words: string): string =>
  words
    .toLocaleLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}+#]/gu, '')

/** Without one of them; by the word, however it is written. */
export const has = (list: readonly string[], word: string): boolean => list.some((one) => fold(one) === fold(word))
