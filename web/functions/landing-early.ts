import { escaped } from './document'
import { landing_lead, landing_title } from './words'

/** The hero as it stands before the first answer: same boxes, same places, so that nothing moves when the page takes over. */
const HERO = `<div class="early" aria-hidden="true"><div class="site"><div class="wrap site__in"></div></div>
<div class="hero wrap"><div><p class="display hero__t">${escaped(landing_title)}</p>
<p class="t-lead hero__p">${escaped(landing_lead)}</p><div class="ask early__ask"></div></div>
<div class="rise">${'<div class="rise__col sk"></div>'.repeat(4)}</div></div></div>`

/** What the title is written in. */
const FONT = '<link rel="preload" href="/fonts/bricolage-latin.woff2" as="font" type="font/woff2" crossorigin />'

/** The landing page's first words, on the screen while its code is still on the way. */
export const early = (html: string): string =>
  html
    .replace('<script src="/theme.js">', () => `${FONT}\n    <script src="/theme.js">`)
    .replace('<div id="root"></div>', () => `<div id="root">${HERO}</div>`)
