/** Where to go after the log-in: a path of ours and nothing else, so that a link cannot lead away. */
export function safeNext(wanted: string | string[] | undefined): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/home'
  const address = new URL(wanted, location.origin)
  // A path of two slashes would be read as another host: `/.//example.com` becomes one.
  const isOurs = address.origin === location.origin && !address.pathname.startsWith('//')
  return isOurs ? address.pathname + address.search + address.hash : '/home'
}
