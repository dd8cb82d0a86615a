import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LogItem } from './log-items'

/** Heights before anything was measured; only the length of the scrollbar depends on them. */
const likely: Record<LogItem['kind'], number> = { group: 40, row: 56, clash: 130, inside: 300 }

// Rows before the last at which the next are asked for: about as many as a page brings.
const nearEnd = 80

/** What stands in the table now: items by index, and the room of those that are not drawn. */
export type Visible = { item: LogItem; index: number } | { gap: number; key: string }

/** Draws what is in view and a little around it; all of it on paper. `always` keeps the line under the keyboard alive. */
export function useVisibleItems(
  items: readonly LogItem[],
  table: RefObject<HTMLTableElement | null>,
  always: number,
  onNearEnd?: () => void,
) {
  const printing = usePrinting()
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    // Whatever stands above the log may have grown or gone.
    const now = (table.current?.getBoundingClientRect().top ?? 0) + window.scrollY
    if (Math.abs(now - top) > 1) setTop(now)
  })
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => likely[items[index]?.kind ?? 'row'],
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
    scrollMargin: top,
    rangeExtractor: (range: Range) => withAlways(defaultRangeExtractor(range), always),
  })
  const drawn = virtualizer.getVirtualItems()
  const isNearEnd = (drawn.at(-1)?.index ?? 0) > items.length - nearEnd
  useLayoutEffect(() => {
    if (isNearEnd) onNearEnd?.()
  }, [isNearEnd, onNearEnd])
  const visible = printing
    ? items.map((item, index) => ({ item, index }))
    : withGaps(drawn, items, top, virtualizer.getTotalSize())
  return { visible, measure: virtualizer.measureElement, reveal: virtualizer.scrollToIndex }
}

function withAlways(indexes: number[], always: number): number[] {
  return always < 0 || indexes.includes(always) ? indexes : [...indexes, always].sort((a, b) => a - b)
}

interface Drawn {
  index: number
  start: number
  end: number
}

/** The room before, between and after what is drawn. */
function withGaps(drawn: readonly Drawn[], items: readonly LogItem[], top: number, total: number): Visible[] {
  const visible: Visible[] = []
  let at = top
  for (const { index, start, end } of drawn) {
    const item = items[index]
    if (!item) continue
    if (start - at > 0.5) visible.push({ gap: start - at, key: `before:${item.key}` })
    visible.push({ item, index })
    at = end
  }
  if (top + total - at > 0.5) visible.push({ gap: top + total - at, key: 'after' })
  return visible
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useLayoutEffect(() => {
    // The browser takes its picture right after this event: waiting for the next render would be too late.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}
