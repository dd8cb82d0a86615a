import { signal } from '../signal'

/** A newer build is here and waits for this page to be loaded anew. */
export const newVersion = signal<{ take: () => void } | null>(null)

const lookEvery = 15 * 60_000

/** Starts the service worker; null where the browser has none, forbids it or has no room, or this is no built app. Returns what stops looking for newer ones. */
export async function startShellWorker(): Promise<(() => void) | null> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return null
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => null)
  if (!registration || !(await isThere(registration))) return null
  const look = () => void registration.update().catch(() => undefined)
  const timer = setInterval(look, lookEvery)
  const onFound = () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => worker.state === 'installed' && void offer(registration))
  }
  registration.addEventListener('updatefound', onFound)
  void offer(registration)
  return () => {
    clearInterval(timer)
    registration.removeEventListener('updatefound', onFound)
  }
}

/** The first one may fail to install, and is tried again at the next visit; nobody is told of that by `ready`, which never ends then. */
function isThere({ installing }: ServiceWorkerRegistration): Promise<boolean> {
  const fails = new Promise<boolean>((resolve) =>
    installing?.addEventListener('statechange', () => installing.state === 'redundant' && resolve(false)),
  )
  return Promise.race([navigator.serviceWorker.ready.then(() => true), fails])
}

/** A page that came from the network may be as new as the worker that waits: then nothing changes for anybody. */
async function offer({ waiting, active }: ServiceWorkerRegistration): Promise<void> {
  if (!waiting || !active) return
  if (await isOfThisBuild(waiting)) return waiting.postMessage({ ask: 'take-over' })
  newVersion.set({
    take() {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      waiting.postMessage({ ask: 'take-over' })
    },
  })
}

function isOfThisBuild(worker: ServiceWorker): Promise<boolean> {
  const script = document.querySelector('script[type="module"]')?.getAttribute('src')
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage({ ask: 'is-mine', script }, [port2])
  })
}
