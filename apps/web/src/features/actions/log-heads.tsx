import { useWords } from '../../platform/words'
import { type Column, columnClass } from './columns'
import type { Sort, SortField } from './log-items'
import { logWords } from './words'

const sortedBy: Partial<Record<Column, SortField>> = {
  number: 'number',
  title: 'title',
  owner: 'owner',
  due: 'due',
  'as-at': 'as-at',
}

/** Heads of the columns; a press sorts, a second one turns the order. */
export function LogHeads({
  columns,
  sort,
  onSort,
}: {
  columns: readonly Column[]
  sort: Sort
  onSort: (sort: Sort) => void
}) {
  const words = useWords(logWords)
  return (
    // biome-ignore lint/a11y/noRedundantRoles: narrow screens take the table's own roles away.
    <tr role="row" aria-rowindex={1}>
      {columns.map((column, index) => {
        const field = sortedBy[column]
        const current = field === sort.field
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above; it is a head already.
          <th
            key={column}
            role="columnheader"
            className={columnClass[column].split(' ')[0]}
            aria-colindex={index + 1}
            aria-sort={current ? (sort.descending ? 'descending' : 'ascending') : undefined}
          >
            {field ? (
              <button
                type="button"
                className="sort"
                onClick={() => onSort({ field, descending: current && !sort.descending })}
              >
                {words.columns[column]}
                {current && <span aria-hidden="true">{sort.descending ? '\u00a0↓' : '\u00a0↑'}</span>}
              </button>
            ) : (
              words.columns[column]
            )}
          </th>
        )
      })}
    </tr>
  )
}
