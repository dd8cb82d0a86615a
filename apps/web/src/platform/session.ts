import { signal } from './signal'

/** True from the moment the server no longer knows us, until we sign in again in place. */
export const sessionEnded = signal(false)

/** Rises each time that what this person may see has moved, or may have, while the page was open. */
export const rightsMoved = signal(0)

export interface DemoPerson {
  key: string
  name: string
  offices: { en: string | null; cy: string | null }[]
}

/** Who can be chosen in the demonstration; null where there is none. */
export async function demoPeople(): Promise<DemoPerson[] | null> {
  const response = await fetch('/auth/demo', { credentials: 'same-origin' })
  if (!response.ok) return null
  const answer: unknown = await response.json()
  const people = Array.isArray(answer) ? answer : isRecord(answer) && Array.isArray(answer.people) ? answer.people : []
  return people.map(readPerson)
}

/** Sets the session cookie, or says no. */
export async function signInAs(key: string): Promise<boolean> {
  const response = await post('/auth/demo', { key })
  if (response.ok) {
    stillToLeave(false)
    otherWindows.postMessage('signed-in')
  }
  return response.ok
}

/** Without a line the server hears of it as soon as there is one; this device, and every window on it, forgets at once. */
export async function signOut(): Promise<void> {
  stillToLeave(true)
  otherWindows.postMessage('signed-out')
  await hasLeft()
}

const leaving = 'camau:leaving'

function stillToLeave(is: boolean): void {
  try {
    if (is) localStorage.setItem(leaving, '1')
    else localStorage.removeItem(leaving)
  } catch {
    // Storage is forbidden: whoever signs out without a line stays signed in on the server, until their session ends.
  }
}

/** Whether the server knows of every sign-out on this device; tells it of the last one, if it does not. */
export async function hasLeft(): Promise<boolean> {
  try {
    if (localStorage.getItem(leaving) === null) return true
    if (!(await post('/auth/sign-out', {})).ok) return false
    stillToLeave(false)
    return true
  } catch {
    return false
  }
}

const otherWindows = new BroadcastChannel('camau-session')

/** Tells what a person did in another window of this browser: the cookie is shared, so this window changes hands too. */
export function onSessionElsewhere(listener: (did: 'signed-in' | 'signed-out') => void): () => void {
  const hear = ({ data }: MessageEvent) => listener(data === 'signed-out' ? data : 'signed-in')
  otherWindows.addEventListener('message', hear)
  return () => otherWindows.removeEventListener('message', hear)
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  })
}

function readPerson(value: unknown): DemoPerson {
  const { key, name, offices } = isRecord(value) ? value : {}
  return { key: String(key), name: String(name), offices: Array.isArray(offices) ? offices.map(readOffice) : [] }
}

/** An office is either its title in both languages, or a plain English one. */
function readOffice(value: unknown): { en: string | null; cy: string | null } {
  if (!isRecord(value)) return { en: typeof value === 'string' ? value : null, cy: null }
  const { en, cy } = isRecord(value.title) ? value.title : value
  return { en: typeof en === 'string' ? en : null, cy: typeof cy === 'string' ? cy : null }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
