import { useCallback, useMemo, useState } from 'react'
import type { View } from './log-views'

// Finished work is counted and one press away; the log opens on what is still to do.
const foldedAtFirst: readonly string[] = ['done', 'closed', 'dropped', 'superseded', 'transferred']

export interface Folds {
  /** Who asks a question or looks for words wants the answers in sight, unless they folded a group themselves. */
  foldedIn: (view: View, filter: string) => ReadonlySet<string>
  /** `open`: how the group stands now. */
  toggle: (group: string, open: boolean) => void
}

/** Which groups are folded away: the finished ones at first, then as somebody likes. */
export function useFolds(): Folds {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const toggle = useCallback((group: string, open: boolean) => setChosen((now) => new Map(now).set(group, open)), [])
  const foldedIn = useCallback(
    (view: View, filter: string) => {
      const usual = view === 'all' && !filter.trim() ? foldedAtFirst : []
      const folded = new Set(usual.filter((group) => chosen.get(group) !== false))
      for (const [group, away] of chosen) if (away) folded.add(group)
      return folded
    },
    [chosen],
  )
  return useMemo(() => ({ foldedIn, toggle }), [foldedIn, toggle])
}
