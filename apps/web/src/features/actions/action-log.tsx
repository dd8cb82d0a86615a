import { byName, dayInLondon } from '@camau/domain'
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useLanguage } from '../../platform/language'
import { useSignal } from '../../platform/signal'
import { troubleOf } from '../../platform/trouble'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Views } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import './actions.css'
import type { LogRow } from './action-status'
import { BulkBar } from './bulk-bar'
import { BulkKeys } from './bulk-keys'
import { clashes } from './clashes'
import { LogEmpty } from './log-empty'
import { LogGrid } from './log-grid'
import { type Grouping, layOut } from './log-items'
import { LogKeys } from './log-keys'
import { LogOnDay } from './log-on-day'
import { LogSlippage } from './log-slippage'
import { LogTools } from './log-tools'
import { countedStatuses, countedViews, countViews, hasText, inView, type View, views } from './log-views'
import { holdRows, placingRows } from './steady-rows'
import { useActionRows } from './use-action-rows'
import { useAsAt } from './use-as-at'
import { useFittingColumns } from './use-fitting-columns'
import { useFolds } from './use-folds'
import { useLogChoices } from './use-log-choices'
import { useTints } from './use-tints'
import { logWords } from './words'

interface ActionLogProps {
  /** The body whose log it is; null for all of them. */
  bodyId: string | null
  /** Title and, beside it, the tools of the log and the page's own act. */
  head: (tools: ReactNode) => ReactNode
  /** The first act where there is nothing yet. */
  act?: ReactNode
}

/** The action log: live, or as it stood on the day in the address. */
export function ActionLog(props: ActionLogProps) {
  const { asAt } = useAsAt()
  return asAt ? <LogOnDay bodyId={props.bodyId} day={asAt} head={props.head(null)} /> : <LiveLog {...props} />
}

/** Grouped, sorted, filtered, edited in place. */
function LiveLog({ bodyId, head, act }: ActionLogProps) {
  const words = useWords(logWords)
  const language = useLanguage()
  const viewer = useViewer()
  const choices = useLogChoices()
  const { rows, total, counts: counted, complete, error, here, retry } = useActionRows(bodyId)
  const [typed, setTyped] = useState('')
  const filter = useDeferredValue(typed)
  const folds = useFolds()
  const columns = useFittingColumns(choices.columns)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [heldRows, setHeldRows] = useState<ReadonlyMap<string, LogRow>>(new Map())
  const tints = useTints(rows, viewer.personId)
  const clashing = useSignal(clashes)
  const today = dayInLondon(new Date())
  const { view, grouping, sort } = choices

  const counts = useMemo(() => countViews(rows, { viewer, today, logOf: bodyId }), [rows, viewer, today, bodyId])
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const items = useMemo(() => {
    const placed = placingRows(rows, heldRows)
    const byStatus: Partial<Record<string, number>> =
      counted && grouping === 'status' && view === 'all' && !filter.trim() ? countedStatuses(counted) : {}
    const seen = placed.filter(
      (row) => inView(view, row, { viewer, today, logOf: bodyId }) && hasText(row, filter, language),
    )
    return layOut(seen, {
      grouping,
      sort,
      language,
      compare: byName(language),
      folded: folds.foldedIn(view, filter),
      opened,
      clashing: new Set(clashing.keys()),
      logOf: bodyId,
      ...(!complete && { countOf: (group) => byStatus[group] ?? null }),
    })
  }, [
    rows,
    counted,
    complete,
    heldRows,
    view,
    viewer,
    today,
    filter,
    language,
    grouping,
    sort,
    folds,
    opened,
    clashing,
    bodyId,
  ])

  const inSight = useMemo(() => items.flatMap((item) => (item.kind === 'row' ? [item.row.id] : [])), [items])
  const onOpen = useCallback((id: string) => setOpened((now) => toggled(now, id)), [])
  const onHold = useCallback((ids: readonly string[]) => setHeldRows((now) => holdRows(now, ids, rows)), [rows])
  const groupings: readonly Grouping[] = bodyId ? ['status', 'none'] : ['status', 'body', 'none']
  const early: Partial<Record<View, number>> = counted ? countedViews(counted) : {}
  const shown = items.reduce((sum, item) => sum + (item.kind === 'group' ? (item.count ?? 0) : 0), 0)
  const seen = grouping === 'none' ? items.filter(({ kind }) => kind === 'row').length : shown
  // Until all rows are here, only the server knows how many there are; what it did not count is not guessed.
  const count = complete ? seen : filter.trim() ? undefined : early[view]

  const said = (n: number) => (n === total ? words.actions(n) : words.shown(words.actions(n), String(total ?? 0)))

  return (
    <section className="action-log" aria-label={words.actionLog}>
      {head(
        <LogTools
          grouping={grouping}
          groupings={groupings}
          onGrouping={choices.setGrouping}
          columns={choices.columns}
          onColumns={choices.setColumns}
        />,
      )}
      <Views
        label={words.readyViews}
        current={view}
        views={views.map((key) => ({
          key,
          name: words.views[key],
          href: choices.hrefOf(key),
          count: key === 'all' ? (total ?? undefined) : complete ? counts[key] : early[key],
          late: key === 'overdue',
        }))}
      />
      {bodyId && complete && <LogSlippage rows={rows} bodyId={bodyId} />}
      <div className="log-filter no-print">
        <input
          className="input"
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {error && rows.length === 0 ? (
        <div className="pad">
          <ErrorState title={words.couldNotOpen} trouble={troubleOf(error)} onRetry={retry} />
        </div>
      ) : total === null ? (
        <div className="pad">
          <Skeleton rows={8} />
        </div>
      ) : items.length === 0 && complete ? (
        <div className="pad">
          <LogEmpty
            view={view}
            filtered={filter.trim() !== ''}
            noDate={counts['no-date']}
            today={today}
            hrefOf={choices.hrefOf}
            act={act}
          />
        </div>
      ) : (
        <BulkKeys ids={inSight}>
          <LogGrid
            label={words.actionLog}
            items={items}
            rows={byId}
            columns={columns}
            sort={sort}
            onSort={choices.setSort}
            onFold={folds.toggle}
            onOpen={onOpen}
            onHold={onHold}
            opened={opened}
            tints={tints}
            here={here}
            withBody={bodyId === null && grouping !== 'body'}
            logOf={bodyId}
          />
        </BulkKeys>
      )}
      <BulkBar ids={inSight} bodyId={bodyId} />
      <LogKeys count={count === undefined ? '' : said(count)} />
    </section>
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
