import { useEffect, useSyncExternalStore } from 'react'

/** Where the reader is: the bar on top shows it, the page says it. */
interface Whereabouts {
  title: string
  within: readonly { name: string; href: string }[]
}

let current: Whereabouts = { title: '', within: [] }
const listeners = new Set<() => void>()

export function useWhereabouts(): Whereabouts {
  return useSyncExternalStore(subscribe, () => current)
}

/** Called by a page while it is shown. */
export function useBreadcrumbs(title: string, within: Whereabouts['within']): void {
  const key = JSON.stringify([title, within])
  useEffect(() => {
    const [name, crumbs]: [string, Whereabouts['within']] = JSON.parse(key)
    current = { title: name, within: crumbs }
    for (const listener of listeners) listener()
  }, [key])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
