import { useMemo, useSyncExternalStore } from 'react'
import type { Column } from './columns'

// Between the card and the wide table there is no room for the least needed column; a card has room for it again.
const narrow = '(min-width: 44.01rem) and (max-width: 72rem)'

/** The columns chosen, as far as the screen has room for them. A hidden cell would still take its share of the width. */
export function useFittingColumns(chosen: readonly Column[]): readonly Column[] {
  const isNarrow = useSyncExternalStore(watch, () => window.matchMedia(narrow).matches)
  return useMemo(() => (isNarrow ? chosen.filter((column) => column !== 'as-at') : chosen), [isNarrow, chosen])
}

function watch(listener: () => void): () => void {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
