import type { Reading } from './device/device-store'
import { keepingFor } from './device/keeping'
import { markDevice, whoseDevice } from './device/whose-device'
import { hasLeft } from './session'
import type { ViewerQuery } from './viewer.graphql'

// The very first question, asked with plain fetch: whoever is not signed in never loads the GraphQL client.
// boot.test.ts holds this text to viewer.graphql.
export const viewerText = `query Viewer {
  viewer {
    person {
      id
      name
      initials
      example
      __typename
    }
    offices {
      appointmentId
      office
      title {
        en
        cy
        __typename
      }
      bodyId
      bodyKind
      bodyParentId
      until
      __typename
    }
    language
    demo
    __typename
  }
}`

export type Boot =
  /** `reading`: without a line, from what this device kept. */
  { state: 'signed-in'; answer: ViewerQuery; reading?: Reading } | { state: 'signed-out' } | { state: 'unreachable' }

/**
 * Who is here, if anybody; without a line whoever was here last. Wherever it is somebody else, or nobody, what this device kept
 * is cleared and sealed before anything is shown.
 */
export async function whoIsHere(): Promise<Boot> {
  const boot = await askWhoIsHere()
  if (boot.state !== 'unreachable') return handOver(boot)
  if (whoseDevice() === null) return boot
  const reading = await import('./device/reading').then(({ lastHere }) => lastHere()).catch(() => null)
  return reading ? { state: 'signed-in', answer: reading.answer, reading } : boot
}

/** Whoever was here has signed out, in this window or in another: that needs no asking. */
export const nobodyIsHere = (): Promise<Boot> => handOver({ state: 'signed-out' })

async function handOver(boot: Boot): Promise<Boot> {
  const here = personOf(boot)
  const owner = whoseDevice()
  windowIsFor(here)
  // Another window may have cleared the device, and none of this one's is to be written back.
  if (keepingFor.get() !== here) keepingFor.set(null)
  if (owner !== null && owner !== here) {
    const { clearDevice } = await import('./device/sealing')
    await clearDevice(here).then(
      () => markDevice(null),
      () => undefined,
    ) // tried again the next time
  }
  return boot
}

const personOf = (boot: Boot) => (boot.state === 'signed-in' ? (boot.answer.viewer?.person.id ?? null) : null)

/** What a window remembers (what was opened last, what can be undone) is its person's. */
function windowIsFor(personId: string | null): void {
  try {
    const before = sessionStorage.getItem('camau:window')
    if (before !== null && before !== personId) sessionStorage.clear()
    if (personId !== null) sessionStorage.setItem('camau:window', personId)
  } catch {
    // Storage is forbidden: nothing is remembered either.
  }
}

/** What the server says, once it knows who has left. */
export async function askWhoIsHere(): Promise<Boot> {
  if (!(await hasLeft())) return { state: 'signed-out' }
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operationName: 'Viewer', query: viewerText }),
      signal: AbortSignal.timeout(10_000),
    })
    const { data, errors }: { data?: ViewerQuery | null; errors?: unknown } = await response.json()
    if (data?.viewer) return { state: 'signed-in', answer: data }
    // Only a plain answer says that nobody is signed in: a server that has too much to do says no in other words.
    return data?.viewer === null && errors === undefined ? { state: 'signed-out' } : { state: 'unreachable' }
  } catch {
    return { state: 'unreachable' }
  }
}
