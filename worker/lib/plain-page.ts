import type { Context } from 'hono'
import { html, raw } from 'hono/html'

export type Html = ReturnType<typeof html>

// One line and no white space around it: the policy names this text by its hash.
const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;accent-color:#2d46b9}
body{max-width:60rem;margin:0 auto;padding:2rem 1rem;background:light-dark(#fcf9f4,#12151c);color:light-dark(#171c2b,#eeece8)}
h1{font-size:1.75rem;letter-spacing:-.02em;margin:0 0 1rem}h2{font-size:1.0625rem;margin:0 0 .25rem}a{color:light-dark(#2d46b9,#a9b9ff)}
article,section{background:light-dark(#fff,#1b1f29);border:1px solid light-dark(#e3ddd3,#333a48);border-radius:1rem;padding:1rem 1.25rem;margin:0 0 .75rem}
section h2{font-family:ui-monospace,monospace;overflow-wrap:anywhere}p{margin:.25rem 0 .75rem}ul{margin:.25rem 0;padding-inline-start:1.25rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.875rem/1.5 ui-monospace,monospace;margin:.5rem 0}li,a{overflow-wrap:anywhere}
dt{font-weight:600}dd{margin:0 0 .5rem}form{margin:0 0 1rem}input,button{font:inherit;padding:.4rem .75rem;border-radius:.625rem;border:1px solid #8b8f9c}
iframe{display:block;width:100%;height:30rem;border:0;border-radius:.75rem}`

const digest = async (text: string): Promise<string> =>
  btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))))

/** A page for developers, outside the SPA: no script, and a style that its own policy allows by hash. */
export async function plainPage(c: Context, title: string, body: Html): Promise<Response> {
  const style = `style-src 'sha256-${await digest(STYLE)}'`
  c.header(
    'content-security-policy',
    `default-src 'none'; ${style}; frame-src 'self'; form-action 'self'; frame-ancestors 'none'`,
  )
  return c.html(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${title}</title>
          ${raw(`<style>${STYLE}</style>`)}
        </head>
        <body>
          <h1>${title}</h1>
          ${body}
        </body>
      </html>`,
  )
}
