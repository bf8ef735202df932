import type { Plugin } from 'vite'
import { CHECKOUT_POLICY, PAGE_HEADERS } from '../content-security-policy.ts'

const rule = (path: string, headers: Record<string, string>, dropped: string[] = []) =>
  [
    path,
    ...dropped.map((name) => `  ! ${name}`),
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ].join('\n')

/** The checkout page first drops the common policy: Pages would join the two and the browser obey the narrower. */
const HEADERS = [
  rule('/*', PAGE_HEADERS),
  rule('/checkout/*', { 'Content-Security-Policy': CHECKOUT_POLICY }, ['Content-Security-Policy']),
  rule('/assets/*', { 'Cache-Control': 'public, max-age=31536000, immutable' }),
  rule('/fonts/*', { 'Cache-Control': 'public, max-age=2592000' }),
  rule('/avatars/*', { 'Cache-Control': 'public, max-age=86400' }),
].join('\n\n')

/** Writes Cloudflare Pages' `_headers` beside the built pages. */
export const pagesHeaders = (): Plugin => ({
  name: 'pages-headers',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: HEADERS + '\n' })
  },
})
