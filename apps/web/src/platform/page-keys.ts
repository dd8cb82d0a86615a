import { useEffect } from 'react'
import { signal, useSignal } from './signal'

/** Keys that a part of the page has for itself, for the list of all keys. */
export interface PageKeys {
  /** What has them: the log, the minutes. */
  of: Both
  keys: readonly { key: string; does: Both }[]
}

interface Both {
  en: string
  cy: string
}

const offered = signal<readonly PageKeys[]>([])

/** Names the keys of a part, while it is shown. Give a value that stays the same between renders. */
export function usePageKeys(keys: PageKeys): void {
  useEffect(() => {
    offered.set([...offered.get(), keys])
    return () => offered.set(offered.get().filter((one) => one !== keys))
  }, [keys])
}

/** The keys of everything that is shown now. */
export function useKeysHere(): readonly PageKeys[] {
  return useSignal(offered)
}
