import { useWords } from '../../platform/words'
import { uiWords } from '../../ui/words'
import type { Column } from './columns'

interface WaitingCellProps {
  id: string
  columns: readonly Column[]
  rowIndex: number
  active: Column | null
}

/** Room for a row that is on its way; the keyboard can stand in it. */
export function WaitingCell({ id, columns, rowIndex, active }: WaitingCellProps) {
  const words = useWords(uiWords)
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of an editable grid; narrow screens take the table's own roles away.
      role="gridcell"
      colSpan={columns.length}
      aria-colindex={1}
      aria-busy="true"
      tabIndex={active ? 0 : -1}
      data-cell={`${id}:number`}
      data-row={rowIndex}
    >
      <i className="sk" aria-hidden="true" />
      <span className="hidden">{words.opening}</span>
    </td>
  )
}
