import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LogItem } from './log-items'
import type { LogLines } from './log-lines'
import { useFewAtOnce } from './use-few-at-once'

/** Heights before anything was measured; only the length of the scrollbar depends on them. */
const likely: Record<LogItem['kind'], number> = { group: 40, row: 56, waiting: 56, clash: 130, inside: 300 }

/** What stands in the table now: items by index, and the room of those that are not drawn. */
export type Visible = { item: LogItem; index: number } | { gap: number; key: string }

/** Draws what is in view and a little around it; all that is here on paper. `always` keeps the line under the keyboard alive. */
export function useVisibleItems(
  lines: LogLines,
  table: RefObject<HTMLTableElement | null>,
  always: number,
  onSight: (first: number, last: number) => void,
) {
  const printing = usePrinting()
  const [top, setTop] = useState(0)
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (index) => likely[lines.kindAt(index)],
    getItemKey: lines.sizeKeyAt,
    overscan: 12,
    // A frame and the drawing of new rows are two tasks; the rows around what is in sight bridge the moment between.
    useFlushSync: false,
    scrollMargin: top,
    rangeExtractor: (range: Range) => withAlways(defaultRangeExtractor(range), always),
  })
  const { isScrolling, range } = virtualizer
  useLayoutEffect(() => {
    // Whatever stands above the log may have grown or gone; not while it is scrolled, when asking would hold up each frame.
    if (isScrolling) return
    const now = (table.current?.getBoundingClientRect().top ?? 0) + window.scrollY
    if (Math.abs(now - top) > 1) setTop(now)
  })
  const first = range?.startIndex ?? 0
  const last = range?.endIndex ?? 0
  useLayoutEffect(() => onSight(first, last), [onSight, first, last])

  const drawn = virtualizer.getVirtualItems()
  const few = useFewAtOnce(keysOf(lines, drawn, { first, last, always }))
  const visible = printing
    ? lines.here().flatMap((index) => visibleAt(lines, index))
    : withGaps(drawn, lines, few, top, virtualizer.getTotalSize())
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

/** The keys of the items that are to be drawn: first the line under the keyboard, then what is in sight. */
function keysOf(
  lines: LogLines,
  drawn: readonly Drawn[],
  { first, last, always }: { first: number; last: number; always: number },
): string[] {
  const rank = ({ index }: Drawn) => (index === always ? 0 : index >= first && index <= last ? 1 : 2)
  const items = [...drawn].sort((a, b) => rank(a) - rank(b)).map(({ index }) => lines.at(index))
  return items.flatMap((item) => (item && item.kind !== 'waiting' ? [item.key] : []))
}

function visibleAt(lines: LogLines, index: number): Visible[] {
  const item = lines.at(index)
  return item ? [{ item, index }] : []
}

/** The room before, between and after what is drawn. */
function withGaps(
  drawn: readonly Drawn[],
  lines: LogLines,
  few: ReadonlySet<string>,
  top: number,
  total: number,
): Visible[] {
  const visible: Visible[] = []
  let at = top
  for (const { index, start, end } of drawn) {
    const item = lines.at(index)
    if (!item) continue
    if (start - at > 0.5) visible.push({ gap: start - at, key: `before:${item.key}` })
    visible.push({ item: few.has(item.key) ? item : { kind: 'waiting', key: item.key }, index })
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
