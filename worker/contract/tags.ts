/** As tags are kept and compared: one form of each letter, lower case, without the sign that people begin them with. */
export const foldTag = (typed: string): string =>
  typed.normalize('NFKC').toLowerCase().normalize('NFKC').trim().replace(/^#+/u, '')

/** Letters and digits of any script, and - + # . as in c#, c++ and node.js. */
const TAG = /^[\p{L}\p{M}\p{N}+#.-]+$/u
export const isTag = (folded: string): boolean => TAG.test(folded) && /[\p{L}\p{N}]/u.test(folded)
