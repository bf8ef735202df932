import { policyWith } from '../content-security-policy'
import type { Wire } from './document'

const SCRIPT = /<script src="(\/theme\.js)"><\/script>/
const STYLE = /<link rel="stylesheet"[^>]*href="([^"]+)">/

async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}'`
}

/**
 * A document that carries what its first paint would wait for, the theme and the style sheet, and the policy that lets
 * exactly these two in. For the page that most people see first; elsewhere the files are there already.
 */
export async function carried(html: string, { env, request }: Wire): Promise<{ html: string; policy?: string }> {
  const addresses = [SCRIPT, STYLE].map((mark) => mark.exec(html)?.[1])
  if (addresses.some((address) => !address)) return { html }
  const read = async (path: string) => (await env.ASSETS.fetch(new URL(path, request.url))).text()
  const [script = '', style = ''] = await Promise.all(addresses.map((address) => read(address!)))
  return {
    html: html.replace(SCRIPT, () => `<script>${script}</script>`).replace(STYLE, () => `<style>${style}</style>`),
    policy: policyWith(await digestOf(script), await digestOf(style)),
  }
}
