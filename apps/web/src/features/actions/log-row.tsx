import type { Presence } from '@camau/protocol'
import { memo } from 'react'
import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import type { LogRow } from './action-status'
import { BulkTick } from './bulk-tick'
import { CellFrame, useNoted } from './cell-frame'
import { type Column, columnClass, mayEdit } from './columns'
import { DueEditor } from './due-editor'
import { DueText } from './due-text'
import { lastChange } from './log-items'
import { OwnerEditor } from './owner-editor'
import { OwnerText } from './owner-text'
import { useSlippageText } from './slippage-text'
import { StatusNumber } from './status-mark'
import { StepMenu } from './step-menu'
import { stepWords } from './step-words'
import type { Step } from './steps-open-to'
import { TitleEditor } from './title-editor'
import { WaitsText } from './waits-text'
import { logWords } from './words'

export interface RowProps {
  row: LogRow
  columns: readonly Column[]
  /** Line of the grid, from 1; the heads of the columns are the first. */
  rowIndex: number
  /** Steps open to me here: they decide what can be edited. */
  open: readonly Step[]
  /** The column the keyboard stands in, when it is in this row. */
  active: Column | null
  editing: Column | null
  opened: boolean
  /** Others in cells of this row. */
  people: readonly Presence[]
  /** Columns somebody else has just changed. */
  tints: string
  /** Whether the body is named under the title: where rows of several bodies stand together. */
  withBody: boolean
  /** What must be known of the row before anything is done with it: offered, gone, a part of another. */
  note: string
  onLeave: (way: 'stay' | 'next') => void
}

/** Steps that can be taken for many rows at once. */
const changesMany: readonly Step[] = ['assign', 'set-due', 'drop']

/** One action of the log: cells to read, and where I may, to write in. */
export const LogRowItem = memo(function LogRowItem(props: RowProps) {
  const { row, columns, rowIndex, open, active, editing, opened } = props
  const noted = useNoted(row.id)
  return (
    <>
      {columns.map((column, index) => (
        <td
          key={column}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of an editable grid; narrow screens take the table's own roles away.
          role="gridcell"
          className={cellClass(props, column)}
          tabIndex={column === active ? 0 : -1}
          data-cell={`${row.id}:${column}`}
          data-row={rowIndex}
          aria-colindex={index + 1}
          aria-readonly={!mayEdit(column, open)}
          aria-expanded={column === 'number' ? opened : undefined}
        >
          <CellFrame column={column} people={props.people} mine={column === editing} noted={noted} row={row}>
            {column === editing ? <Editor {...props} column={column} /> : <Shown {...props} column={column} />}
          </CellFrame>
        </td>
      ))}
    </>
  )
})

function cellClass({ open, tints, editing }: RowProps, column: Column): string {
  return [
    columnClass[column],
    mayEdit(column, open) ? 'can-edit' : '',
    tints.split(' ').includes(column) ? 'tinted' : '',
    column === editing ? 'is-edited' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Editor({ row, column, onLeave }: RowProps & { column: Column }) {
  const words = useWords(stepWords)
  const stay = () => onLeave('stay')
  if (column === 'title')
    return <TitleEditor actionId={row.id} title={row.title} label={words.editTitle(row.number)} onLeave={onLeave} />
  if (column === 'owner') return <OwnerEditor row={row} onLeave={stay} />
  if (column === 'due')
    return (
      <>
        <Shown row={row} column={column} />
        <DueEditor row={row} onLeave={stay} />
      </>
    )
  return (
    <>
      <Shown row={row} column={column} />
      <StepMenu row={row} onLeave={stay} />
    </>
  )
}

function Shown({
  row,
  column,
  open = [],
  withBody = false,
  note = '',
}: Partial<RowProps> & { row: LogRow; column: Column }) {
  const dates = useDates()
  switch (column) {
    case 'number':
      return (
        <>
          {open.some((step) => changesMany.includes(step)) && <BulkTick id={row.id} number={row.number} />}
          <StatusNumber status={domainName(row.status)} number={row.number} />
        </>
      )
    case 'title':
      return <Title row={row} mayWrite={mayEdit('title', open)} withBody={withBody} note={note} />
    case 'owner':
      return <OwnerText owner={row.owner} waiting={row.acceptance?.waiting === true} />
    case 'due':
      return (
        <>
          <DueText due={row.due} overdueSince={row.overdueSince} />
          <Moved row={row} />
        </>
      )
    case 'waits':
      return <WaitsText row={row} />
    case 'as-at': {
      const when = lastChange(row)
      return when && dates.shortDay(when)
    }
  }
}

/** A link for readers; where I may write, a press begins to. The page of the action is one key away in the opened row. */
function Title({ row, mayWrite, withBody, note }: Pick<RowProps, 'row' | 'withBody' | 'note'> & { mayWrite: boolean }) {
  const words = useWords(logWords)
  const text = row.title ? <EnglishContent text={row.title} /> : <span className="faint">{words.noTitle}</span>
  return (
    <>
      {mayWrite ? (
        <span className="title">{text}</span>
      ) : (
        <Link className="title" href={`/actions/${row.id}`} tabIndex={-1}>
          {text}
        </Link>
      )}
      {row.kind === 'decision' && <span className="meta"> {words.decision}</span>}
      {withBody && <BodyName row={row} />}
      {note && <span className="meta of-body">{note}</span>}
    </>
  )
}

/** How often and how far the date has moved. */
function Moved({ row }: { row: LogRow }) {
  const slippage = useSlippageText()
  // Most rows have no earlier date: those are not looked at.
  const text = row.earlierDues.length > 0 ? slippage(row) : null
  return text && <span className="meta of-body">{text}</span>
}

function BodyName({ row }: { row: LogRow }) {
  return (
    <span className="meta of-body">
      <Content text={shortName(row.body.name)} />
    </span>
  )
}
