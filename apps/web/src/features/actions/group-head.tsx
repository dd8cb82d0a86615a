import { Content } from '../../platform/content'
import { useWords } from '../../platform/words'
import type { Line } from './log-lines'
import { StatusMark } from './status-mark'
import { logWords } from './words'

interface GroupHeadProps {
  line: Extract<Line, { kind: 'group' }>
  columns: number
  rowIndex: number
  active: boolean
  onFold: () => void
}

/** Head of a group with its count; it stays when its rows are folded away. */
export function GroupHead({ line, columns, rowIndex, active, onFold }: GroupHeadProps) {
  const words = useWords(logWords)
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of an editable grid; narrow screens take the table's own roles away.
      role="gridcell"
      colSpan={columns}
      aria-colindex={1}
      aria-expanded={line.open}
      tabIndex={active ? 0 : -1}
      data-cell={`${line.key}:number`}
      data-row={rowIndex}
    >
      <div className="row spread">
        <span className="row group-name">
          {line.status && <StatusMark status={line.status} />}
          {line.name && (
            <b>
              <Content text={line.name} />
            </b>
          )}
          {line.count !== null && <span className="n num">{line.count}</span>}
        </span>
        {(line.open || line.count !== null) && (
          <button type="button" className="b as-link" tabIndex={-1} onClick={onFold}>
            {line.open ? words.hideGroup : words.showGroup(line.count ?? 0)}
          </button>
        )}
      </div>
    </td>
  )
}
