import { useEffect, useState } from 'react'

const key = (personId: string) => `camau:last-here:${personId}`
// A page left and opened again within this time is one visit.
const sameVisit = 30 * 60_000

/** When this person was last here on this device, before this visit; null the first time. */
export function useLastVisit(personId: string): Date | null {
  const [last] = useState(() => read(personId))
  useEffect(() => {
    const mark = () => remember(personId, last)
    mark()
    window.addEventListener('pagehide', mark)
    return () => window.removeEventListener('pagehide', mark)
  }, [personId, last])
  return last
}

interface Visit {
  /** The end of the visit before this one. */
  before: number | null
  seen: number
}

function read(personId: string): Date | null {
  const visit = kept(personId)
  if (!visit) return null
  const at = Date.now() - visit.seen < sameVisit ? visit.before : visit.seen
  return at === null ? null : new Date(at)
}

function remember(personId: string, before: Date | null): void {
  const visit: Visit = { before: before?.getTime() ?? null, seen: Date.now() }
  try {
    localStorage.setItem(key(personId), JSON.stringify(visit))
  } catch {
    // Without storage every visit is the first.
  }
}

function kept(personId: string): Visit | null {
  try {
    const { before, seen }: Partial<Visit> = JSON.parse(localStorage.getItem(key(personId)) ?? '{}')
    return typeof seen === 'number' ? { seen, before: typeof before === 'number' ? before : null } : null
  } catch {
    return null
  }
}
