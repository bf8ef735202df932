import { builtPage, page, withHead, type Wire } from './document'
import { publicHead } from './pages'

/** A page that is the same for everybody, with a head of its own. */
export async function publicPage(wire: Wire): Promise<Response> {
  const { origin, pathname } = new URL(wire.request.url)
  const head = publicHead(pathname.replace(/\/$/, ''), origin)
  return page(withHead(await builtPage(wire), head), 200, {})
}
