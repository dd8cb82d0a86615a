import { useSyncExternalStore } from 'react'

// Two live regions for the whole product, outside every editor. Whatever speaks, speaks here.

type Loudness = 'polite' | 'assertive'
interface Spoken {
  polite: string
  assertive: string
}

let spoken: Spoken = { polite: '', assertive: '' }
const listeners = new Set<() => void>()

/** Says something to people who listen to the page. Assertive only for what stops their work. */
export function announce(text: string, loudness: Loudness = 'polite'): void {
  // A repeated sentence would not be read again; an invisible difference makes it new.
  const again = spoken[loudness] === text ? `${text}\u00a0` : text
  spoken = { ...spoken, [loudness]: again }
  for (const listener of listeners) listener()
}

export function Announcer() {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => spoken)
  return (
    <>
      <div className="hidden" role="status">
        {polite}
      </div>
      <div className="hidden" role="alert">
        {assertive}
      </div>
    </>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
