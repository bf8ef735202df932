/** Everything comes from our own origin; sockets are named for browsers that do not count them as 'self'. */
const OWN = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self' ws: wss:",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'frame-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
}

const RAZORPAY = 'https://checkout.razorpay.com https://api.razorpay.com'

/** Razorpay's sheet is a script of theirs that opens a frame of theirs; the sandbox's is our own. */
const CHECKOUT = {
  ...OWN,
  'script-src': `${OWN['script-src']} https://checkout.razorpay.com`,
  'connect-src': `${OWN['connect-src']} ${RAZORPAY}`,
  'frame-src': `'self' ${RAZORPAY}`,
}

const written = (policy: Record<string, string>) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')

/** For a page that carries a script and a style of its own: those two and no others, named by their digests. */
export const policyWith = (script: string, style: string): string =>
  written({ ...OWN, 'script-src': `${OWN['script-src']} ${script}`, 'style-src': `${OWN['style-src']} ${style}` })

/** Of every page: static ones get them from `_headers`, which does not reach what a function answers. */
export const PAGE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(), payment=(self "https://api.razorpay.com")',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Content-Security-Policy': written(OWN),
}
export const CHECKOUT_POLICY = written(CHECKOUT)
