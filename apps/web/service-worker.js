// The app without a line: what was built is kept, and given where the network gives nothing. Nothing that was asked of the
// gateway goes through here: answers belong to a person, files to nobody. The build writes `build`, `page` and `files` above.
/* global build, page, files */

const mine = `camau-${build}`
const patience = 4_000

self.addEventListener('install', (event) => event.waitUntil(keepFiles()))
self.addEventListener('activate', (event) => event.waitUntil(letGoOfOld().then(() => self.clients.claim())))

self.addEventListener('message', (event) => {
  if (event.data?.ask === 'take-over') void self.skipWaiting()
  if (event.data?.ask === 'is-mine') event.ports[0]?.postMessage(page.includes(`"${event.data.script}"`))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(pageFor(request))
  else if (files.includes(pathname) || pathname.startsWith('/assets/'))
    event.respondWith(kept(pathname).then((found) => found ?? fetch(request)))
})

const isPage = (pathname) => pathname === '/' || /^\/(en|cy|go)(\/|$)/.test(pathname)

/** From the network while there is one, so that nobody reads an old page for long. */
async function pageFor(request) {
  const answered = await Promise.race([fetch(request).catch(() => null), after(patience)])
  if (answered && answered.status < 500) return answered
  return (await kept('/en')) ?? answered ?? fetch(request)
}

/** Of this build first: asked in the order they were made, the caches give the build before. */
async function kept(pathname) {
  const options = { ignoreVary: true }
  return (await caches.match(pathname, { ...options, cacheName: mine })) ?? caches.match(pathname, options)
}

const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds, null))

/** All or nothing: a page without one of its parts would break where the line is missed most. */
async function keepFiles() {
  const cache = await caches.open(mine)
  const answer = await fetch('/en', { cache: 'no-store' })
  // A page of another build would look for files that are not kept: the next attempt will find its own.
  if ((await answer.clone().text()) !== page) throw new Error('the page is of another build')
  await Promise.all([cache.put('/en', answer), ...files.map((file) => keepFile(cache, file))])
}

/** Names under /assets hold a hash: what an earlier build kept under the same name is the same. */
async function keepFile(cache, file) {
  const before = file.startsWith('/assets/') ? await kept(file) : undefined
  await (before ? cache.put(file, before) : cache.add(new Request(file, { cache: 'no-cache' })))
}

/** The build before this one stays: a page that was opened with it may still ask for a part of it. */
async function letGoOfOld() {
  const others = (await caches.keys()).filter((name) => name.startsWith('camau-') && name !== mine)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}
