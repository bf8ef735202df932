export {}

// The built files stay on the device, so that the product opens without a network and says so itself.
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

const manifest = self.__WB_MANIFEST
const files = [...new Set(manifest.map((file) => `/${file.url.replace(/^\//, '')}`))]

/** One cache for each build: the name is a digest of what it holds. */
function buildName(): string {
  let hash = 0
  for (const letter of manifest.map((file) => file.url + file.revision).join()) {
    hash = (hash * 31 + letter.codePointAt(0)!) >>> 0
  }
  return `build-${hash.toString(36)}`
}
const CACHE = buildName()

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)))
  void self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(clean())
})

const NOT_OURS = /^\/(api|ws|sandbox)(\/|$)/

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match('/index.html')) ?? Response.error()
  }
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== location.origin || NOT_OURS.test(address.pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (files.includes(address.pathname)) event.respondWith(file(request))
})
