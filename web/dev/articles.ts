import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Marked } from 'marked'
import type { Plugin } from 'vite'

const FOLDER = join(import.meta.dirname, '../src/help/articles')
const FRONT = /^---\n([^]*?)\n---\n/

/** Words that stand everywhere and find nothing. */
const COMMON = new Set(
  'about after all also and any are because been before but can does each for from had has have here how into its more most not one only other our own same she that the their them then there these they this those what when where which who why will with you your'.split(
    ' ',
  ),
)

interface Source {
  slug: string
  front: Record<string, string>
  text: string
}

function sourceOf(slug: string): Source {
  const raw = readFileSync(join(FOLDER, `${slug}.md`), 'utf8')
  const lines = FRONT.exec(raw)?.[1]?.split('\n') ?? []
  const front = Object.fromEntries(lines.map((line) => [line.split(':')[0]!, line.slice(line.indexOf(':') + 1).trim()]))
  for (const name of ['title', 'category', 'summary', 'keywords', 'updated', 'order'])
    if (!front[name]) throw new Error(`${slug}.md says no ${name}`)
  return { slug, front, text: raw.replace(FRONT, '') }
}

const cardOf = ({ slug, front }: Source) => ({
  slug,
  title: front.title!,
  category: front.category!,
  summary: front.summary!,
  order: Number(front.order),
})

const idOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** A heading can be linked to, and a wide table scrolls by itself. */
const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${idOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    link({ href, tokens }) {
      return `<a class="link" href="${href}">${this.parser.parseInline(tokens)}</a>`
    },
  },
})

const articleOf = (source: Source) => ({
  ...cardOf(source),
  updated: source.front.updated!,
  html: marked.parse(source.text, { async: false }),
})

/** The text without its marks, a paragraph for each line. */
const linesOf = ({ text }: Source): string[] =>
  text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/^[#>|\s-]+|[*`]|\|/gm, ' ')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => /\p{L}/u.test(line))

/** What an article is found by: every different word of it. */
const wordsOf = (source: Source) => {
  const words =
    linesOf(source)
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return {
    slug: source.slug,
    keywords: source.front.keywords!.toLowerCase(),
    words: [...new Set(words)].filter((word) => word.length > 2 && !COMMON.has(word)).join(' '),
  }
}

const MADE = { '': articleOf, '?card': cardOf, '?words': wordsOf }

/**
 * The help articles as modules: whole, as a card for lists (`?card`), and as what a search looks through (`?words`).
 * Beside the built pages each lies as JSON, for the functions that tell search engines of it.
 */
export const articles = (): Plugin => ({
  name: 'help-articles',
  enforce: 'pre',
  load(id) {
    const [file, query] = id.split('?')
    if (!file!.startsWith(FOLDER) || !file!.endsWith('.md')) return
    const make = MADE[(query ? `?${query}` : '') as keyof typeof MADE]
    this.addWatchFile(file!)
    return `export default ${JSON.stringify(make(sourceOf(basename(file!, '.md'))))}`
  },
  generateBundle() {
    const sources = readdirSync(FOLDER).map((name) => sourceOf(basename(name, '.md')))
    const emit = (name: string, made: object) =>
      this.emitFile({ type: 'asset', fileName: `help-articles/${name}.json`, source: JSON.stringify(made) })
    emit('index', sources.map(cardOf))
    for (const source of sources)
      emit(source.slug, { ...cardOf(source), updated: source.front.updated, lines: linesOf(source) })
  },
})
