export type Token = { kind: 'comment' | 'string' | 'number' | 'keyword' | 'plain'; text: string }

const KEYWORDS = new Set(
  (
    'abstract and as async await break case catch class const continue def default del delete do elif else end enum ' +
    'except export extends false finally fn for from func function global if impl implements import in instanceof ' +
    'interface is lambda let match mod mut new nil None not null of or package pass private protected pub public ' +
    'raise readonly return select self static struct super switch this throw trait true True False try type typeof ' +
    'undefined use using var void where while with yield SELECT FROM WHERE JOIN LEFT ON INSERT INTO UPDATE DELETE ' +
    'SET VALUES ORDER GROUP BY HAVING LIMIT AND OR NOT NULL IN IS AS CREATE TABLE'
  ).split(' '),
)
const HASH = /^(?:py|python|rb|ruby|sh|bash|shell|zsh|yaml|yml|toml|r|perl|dockerfile|makefile)$/
const DASHES = /^(?:sql|lua|haskell|hs|elm|ada)$/
const SLASHES = String.raw`\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?`
const STRINGS = '"(?:[^"\\\\\\n]|\\\\.)*"?|\'(?:[^\'\\\\\\n]|\\\\.)*\'?|`(?:[^`\\\\]|\\\\[^])*`?'
const NUMBERS = String.raw`\b\d[\w.]*`
const WORDS = String.raw`[\p{L}_$][\p{L}\p{N}_$]*`
/** Whatever can begin none of these, in runs; then any one character. */
const REST = '[^\\p{L}\\p{N}_$"\'`/#-]+|[^]'

const commentOf = (language: string): string => {
  if (HASH.test(language)) return '#[^\\n]*'
  return DASHES.test(language) ? '--[^\\n]*' : SLASHES
}

function kindOf([, comment, string, number, word]: RegExpExecArray): Token['kind'] {
  if (comment !== undefined) return 'comment'
  if (string !== undefined) return 'string'
  if (number !== undefined) return 'number'
  return word !== undefined && KEYWORDS.has(word) ? 'keyword' : 'plain'
}

/**
 * Colours for code, for any language that looks like most: comments, strings, numbers, keywords. Every branch ends at
 * its own mark and none can fail half-way, so a text is walked through once.
 */
export function highlight(text: string, language: string): Token[] {
  const comment = commentOf(language.toLowerCase())
  const tokens: Token[] = []
  for (const found of text.matchAll(new RegExp(`(${comment})|(${STRINGS})|(${NUMBERS})|(${WORDS})|${REST}`, 'gu'))) {
    const kind = kindOf(found)
    const last = tokens.at(-1)
    if (last?.kind === kind) last.text += found[0]
    else tokens.push({ kind, text: found[0] })
  }
  return tokens
}
