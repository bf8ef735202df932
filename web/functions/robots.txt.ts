import type { Wire } from './document'

const PRIVATE = ['/api/', '/home', '/sessions', '/checkout', '/messages', '/notifications', '/settings', '/book/']

export const onRequestGet = ({ request }: Wire): Response =>
  new Response(
    [
      'User-agent: *',
      ...PRIVATE.map((path) => `Disallow: ${path}`),
      'Allow: /api/files/pictures/',
      '',
      `Sitemap: ${new URL('/sitemap.xml', request.url).href}`,
      '',
    ].join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } },
  )
