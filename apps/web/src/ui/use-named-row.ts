import { useEffect } from 'react'
import { useLocationProperty } from 'wouter/use-browser-location'

/**
 * The row that the address names (`/correspondence#corr-wlga`). The rows come after the address, and the browser looks for it only
 * once: so it is scrolled to, and the keyboard put there, when it is drawn.
 */
export function useNamedRow(ready: boolean): string | null {
  const named = useLocationProperty(hashOf)
  useEffect(() => {
    const row = ready && named ? document.getElementById(named) : null
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [ready, named])
  return named
}

function hashOf(): string | null {
  const hash = location.hash.slice(1)
  try {
    return decodeURIComponent(hash) || null
  } catch {
    return null
  }
}
