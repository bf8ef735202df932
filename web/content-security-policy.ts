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

export const PAGE_POLICY = written(OWN)
export const CHECKOUT_POLICY = written(CHECKOUT)
