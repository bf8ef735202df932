import { PAGE_HEADERS } from '../content-security-policy'

export interface Wire {
  request: Request
  env: { API: { fetch: typeof fetch }; ASSETS: { fetch: typeof fetch } }
  params: Record<string, string>
}

/** What a page says of itself to search engines and link previews. */
export interface Head {
  title: string
  description: string
  canonical: string
  image?: string | undefined
  type: 'profile' | 'website' | 'article'
  /** schema.org, as JSON-LD. */
  data?: object
  /** For readers without scripts: paragraphs of plain text. */
  words?: string[]
  links?: { href: string; words: string }[]
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)

const meta = (name: string, content: string): string => `<meta name="${name}" content="${escaped(content)}" />`
const graph = (property: string, content: string): string =>
  `<meta property="${property}" content="${escaped(content)}" />`

/** Text of a script that is data: a `<` inside it could end the element. */
const inScript = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')

function headOf({ title, description, canonical, image, type, data }: Head): string {
  return [
    `<title>${escaped(title)}</title>`,
    meta('description', description),
    `<link rel="canonical" href="${escaped(canonical)}" />`,
    graph('og:site_name', 'AspireX'),
    graph('og:type', type),
    graph('og:title', title),
    graph('og:description', description),
    graph('og:url', canonical),
    ...(image ? [graph('og:image', image)] : []),
    meta('twitter:card', image && type !== 'profile' ? 'summary_large_image' : 'summary'),
    ...(data ? [`<script type="application/ld+json">${inScript(data)}</script>`] : []),
  ].join('\n    ')
}

const MOST = 160
/** What a result page shows of a text, not cut inside a word. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= MOST ? line : `${line.slice(0, line.lastIndexOf(' ', MOST - 1))}…`
}

/** The SPA's document with a head of its own; the words stand where scripts do not run. */
export function withHead(html: string, head: Head): string {
  const words = head.words?.map((line) => `<p>${escaped(line)}</p>`).join('') ?? ''
  const links = head.links?.map((to) => `<p><a href="${escaped(to.href)}">${escaped(to.words)}</a></p>`).join('') ?? ''
  // Functions instead of texts: what a person wrote may hold `$&`.
  return html
    .replace(/<meta\s+name="description"[^>]*>\s*/, '')
    .replace(/<title>[^<]*<\/title>/, () => headOf(head))
    .replace(/<noscript>[^]*?<\/noscript>/, () => `<noscript>${words}${links}AspireX needs JavaScript.</noscript>`)
}

/** The page of the SPA as it was built. */
export const builtPage = async ({ env, request }: Wire): Promise<string> =>
  (await env.ASSETS.fetch(new URL('/', request.url))).text()

export const page = (html: string, status: number, headers: Record<string, string>): Response =>
  new Response(html, { status, headers: { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8', ...headers } })

export const NOT_INDEXED = { 'x-robots-tag': 'noindex' }
