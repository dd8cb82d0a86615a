import { useId } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { AsAtTool } from './as-at-tool'
import { type Column, optionalColumns } from './columns'
import type { Grouping } from './log-items'
import { logWords } from './words'

interface LogToolsProps {
  grouping: Grouping
  groupings: readonly Grouping[]
  onGrouping: (grouping: Grouping) => void
  columns: readonly Column[]
  onColumns: (columns: readonly Column[]) => void
}

/** How the log is laid out: grouping, columns, paper. */
export function LogTools({ grouping, groupings, onGrouping, columns, onColumns }: LogToolsProps) {
  const words = useWords(logWords)
  return (
    <>
      <select
        className="b log-group"
        aria-label={words.group}
        value={grouping}
        onChange={(event) => {
          const next = groupings.find((name) => name === event.target.value)
          if (next) onGrouping(next)
        }}
      >
        {groupings.map((name) => (
          <option key={name} value={name}>
            {words.grouping[name]}
          </option>
        ))}
      </select>
      <ColumnChoice columns={columns} onColumns={onColumns} />
      <AsAtTool />
      <Button icon="print" onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  )
}

function ColumnChoice({ columns, onColumns }: Pick<LogToolsProps, 'columns' | 'onColumns'>) {
  const words = useWords(logWords)
  const id = useId()
  return (
    <>
      <button type="button" className="b" popoverTarget={id}>
        {words.chooseColumns}
        <Icon name="down" size={14} />
      </button>
      <div id={id} popover="auto" className="sheetlet columns-choice">
        {optionalColumns.map((column) => (
          <label key={column} className="tick-line">
            <input
              type="checkbox"
              checked={columns.includes(column)}
              onChange={() =>
                onColumns(columns.includes(column) ? columns.filter((name) => name !== column) : [...columns, column])
              }
            />
            {words.columns[column]}
          </label>
        ))}
      </div>
    </>
  )
}
