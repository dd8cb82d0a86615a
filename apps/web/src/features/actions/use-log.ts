import { byName, dayInLondon, type Viewer } from '@camau/domain'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useLanguage } from '../../platform/language'
import { useSignal } from '../../platform/signal'
import { useViewer } from '../../platform/viewer'
import type { LogRow } from './action-status'
import { clashes } from './clashes'
import { type Grouping, type LogItem, layOut } from './log-items'
import { wholeLines } from './log-lines'
import { questionOf } from './log-question'
import { countedStatuses, countedViews, countViews, hasText, inView, type View } from './log-views'
import { holdRows, placingRows } from './steady-rows'
import { type ActionRows, useActionRows } from './use-action-rows'
import { useFolds } from './use-folds'
import type { LogChoices } from './use-log-choices'
import { useLongLines } from './use-long-lines'
import { useSettled } from './use-settled'

interface LogNeeds {
  bodyId: string | null
  choices: LogChoices
  typed: string
  opened: ReadonlySet<string>
}

/** What a log shows: held as a whole and answered here, or, beyond a length, asked for view by view around what is in sight. */
export function useLog({ bodyId, choices, typed, opened }: LogNeeds) {
  const language = useLanguage()
  const viewer = useViewer()
  const folds = useFolds()
  const clashing = useSignal(clashes)
  const today = dayInLondon(new Date())
  const { view, sort } = choices
  const [isLong, setLong] = useState(false)
  const settled = useSettled(typed)
  const deferred = useDeferredValue(typed)
  const filter = isLong ? settled : deferred
  // The server sorts within no group: any other order of a long log stands by itself.
  const grouping = !isLong || (choices.grouping === 'status' && sort.field === 'number') ? choices.grouping : 'none'
  const folded = useMemo(() => folds.foldedIn(view, filter), [folds, view, filter])
  const asked = isLong ? questionOf({ bodyId, view, text: filter, grouping, sort, language }) : null
  const feed = useActionRows(bodyId, asked)
  const { rows, total, counts: counted, complete, long, show, holdPages } = feed
  // Before anything of it is drawn: what was chosen in the address may ask the server another question.
  if (long && !isLong) setLong(true)

  const [held, setHeld] = useState<ReadonlyMap<string, LogRow>>(new Map())
  const hold = useCallback(
    (ids: readonly string[]) => {
      setHeld((now) => holdRows(now, ids, rows))
      holdPages(ids)
    },
    [rows, holdPages],
  )
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const whole = useMemo(() => {
    if (isLong) return null
    const seen = placingRows(rows, held).filter(
      (row) => inView(view, row, { viewer, today, logOf: bodyId }) && hasText(row, filter, language),
    )
    const isCounted = counted && grouping === 'status' && view === 'all' && !filter.trim()
    const byStatus: Partial<Record<string, number>> = isCounted ? countedStatuses(counted) : {}
    return layOut(seen, {
      grouping,
      sort,
      language,
      compare: byName(language),
      folded,
      opened,
      clashing: new Set(clashing.keys()),
      logOf: bodyId,
      ...(!complete && { countOf: (group: string) => byStatus[group] ?? null }),
    })
  }, [
    rows,
    counted,
    complete,
    held,
    view,
    viewer,
    today,
    filter,
    language,
    grouping,
    sort,
    folded,
    opened,
    clashing,
    bodyId,
    isLong,
  ])
  const longOnes = useLongLines(long, { isGrouped: grouping === 'status', folded, opened, clashing })
  const lines = useMemo(() => longOnes ?? wholeLines(whole ?? []), [longOnes, whole])

  const onSight = useCallback(
    (first: number, last: number) => {
      const sight = longOnes?.placesBetween(first, last)
      if (sight) show(sight)
    },
    [longOnes, show],
  )
  return {
    ...feed,
    total: isLong ? (counted?.all ?? null) : total,
    /** Whether an empty list means that there is nothing. */
    answered: isLong ? total !== null : complete,
    lines,
    byId,
    count: isLong ? (total ?? undefined) : countShown(whole ?? [], grouping, feed, filter, view),
    countOf: useViewCounts({ bodyId, viewer, today, isLong, feed }),
    grouping,
    groupings: groupingsOf(bodyId, isLong),
    today,
    fold: folds.toggle,
    hold,
    onSight,
  }
}

function groupingsOf(bodyId: string | null, isLong: boolean): readonly Grouping[] {
  return bodyId || isLong ? ['status', 'none'] : ['status', 'body', 'none']
}

/** Until all rows are here, only the server knows how many there are; what it did not count is not guessed. */
function countShown(
  items: readonly LogItem[],
  grouping: Grouping,
  { complete, counts }: ActionRows,
  filter: string,
  view: View,
): number | undefined {
  if (!complete) return filter.trim() || !counts ? undefined : countedViews(counts)[view]
  if (grouping === 'none') return items.filter(({ kind }) => kind === 'row').length
  return items.reduce((sum, item) => sum + (item.kind === 'group' ? (item.count ?? 0) : 0), 0)
}

interface CountNeeds {
  bodyId: string | null
  viewer: Viewer
  today: string
  isLong: boolean
  feed: ActionRows
}

/** How many rows each view shows, as far as that is known. */
function useViewCounts({ bodyId, viewer, today, isLong, feed }: CountNeeds): (view: View) => number | undefined {
  const { rows, total, counts: counted, complete } = feed
  const whole = complete && !isLong
  const counts = useMemo(
    () => (whole ? countViews(rows, { viewer, today, logOf: bodyId }) : null),
    [whole, rows, viewer, today, bodyId],
  )
  const early: Partial<Record<View, number>> = counted ? countedViews(counted) : {}
  return (view) => {
    if (counts) return counts[view]
    return view === 'all' && !isLong ? (total ?? undefined) : early[view]
  }
}
