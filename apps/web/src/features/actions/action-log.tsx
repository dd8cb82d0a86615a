import { type ReactNode, useCallback, useState } from 'react'
import { troubleOf } from '../../platform/trouble'
import { useViewer } from '../../platform/viewer'
import { formatNumber, useWords } from '../../platform/words'
import { Views } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import './actions.css'
import { useAsAt } from '../../platform/use-as-at'
import { BulkBar } from './bulk-bar'
import { BulkKeys } from './bulk-keys'
import { LogEmpty } from './log-empty'
import { LogGrid } from './log-grid'
import { LogKeys } from './log-keys'
import { LogOnDay } from './log-on-day'
import { LogSlippage } from './log-slippage'
import { LogTools } from './log-tools'
import { views } from './log-views'
import { useFittingColumns } from './use-fitting-columns'
import { useLog } from './use-log'
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
  const viewer = useViewer()
  const choices = useLogChoices()
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const log = useLog({ bodyId, choices, typed, opened })
  const { rows, lines, total, count, grouping, here } = log
  const columns = useFittingColumns(choices.columns)
  const tints = useTints(rows, viewer.personId)
  const onOpen = useCallback((id: string) => setOpened((now) => toggled(now, id)), [])

  const said = (n: number) => (n === total ? words.actions(n) : words.shown(words.actions(n), formatNumber(total ?? 0)))

  return (
    <section className="action-log" aria-label={words.actionLog}>
      {head(
        <LogTools
          grouping={grouping}
          groupings={log.groupings}
          onGrouping={choices.setGrouping}
          columns={choices.columns}
          onColumns={choices.setColumns}
        />,
      )}
      <Views
        label={words.readyViews}
        current={choices.view}
        views={views.map((key) => ({
          key,
          name: words.views[key],
          href: choices.hrefOf(key),
          count: log.countOf(key),
          late: key === 'overdue',
        }))}
      />
      {bodyId && log.complete && <LogSlippage rows={rows} bodyId={bodyId} />}
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
      {log.error && rows.length === 0 ? (
        <div className="pad">
          <ErrorState title={words.couldNotOpen} trouble={troubleOf(log.error)} onRetry={log.retry} />
        </div>
      ) : total === null ? (
        <div className="pad">
          <Skeleton rows={8} />
        </div>
      ) : lines.length === 0 && log.answered ? (
        <div className="pad">
          <LogEmpty
            view={choices.view}
            filtered={typed.trim() !== ''}
            noDate={log.countOf('no-date') ?? 0}
            today={log.today}
            hrefOf={choices.hrefOf}
            act={act}
          />
        </div>
      ) : (
        <BulkKeys lines={lines}>
          <LogGrid
            label={words.actionLog}
            lines={lines}
            rows={log.byId}
            columns={columns}
            sort={choices.sort}
            onSort={choices.setSort}
            onFold={log.fold}
            onOpen={onOpen}
            onHold={log.hold}
            opened={opened}
            tints={tints}
            here={here}
            withBody={bodyId === null && grouping !== 'body'}
            logOf={bodyId}
            rowCount={log.long ? undefined : count}
            onSight={log.onSight}
          />
        </BulkKeys>
      )}
      {log.long && (
        <p className="print-only">{words.onPaper(words.actions(lines.rowIds.length), formatNumber(total ?? 0))}</p>
      )}
      <BulkBar lines={lines} bodyId={bodyId} long={log.long !== null} />
      <LogKeys count={count === undefined ? '' : said(count)} />
    </section>
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
