import { byName } from '@camau/domain'
import { type ReactNode, useState } from 'react'
import { useLanguage } from '../../platform/language'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { radarWords } from './radar-words'
import { type RadarColumn, type RadarSort, sortedRows } from './sorted-rows'

export interface Column<Row> extends RadarColumn<Row> {
  head: string
  cell: (row: Row) => ReactNode
  narrow?: boolean
}

interface RadarTableProps<Row> {
  title: string
  help?: string
  /** Shown instead of the table where there is nothing. */
  empty: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  idOf: (row: Row, at: number) => string
  /** How many there are in all, where the rows are only the first. */
  inAll?: number
  onShowAll?: (() => void) | undefined
}

/** One question of the radar: its name, how many, and a table that any column puts in order. On a phone each row is a card. */
export function RadarTable<Row>(props: RadarTableProps<Row>) {
  const { title, help, empty, rows, inAll = rows.length, onShowAll } = props
  const words = useWords(radarWords)
  return (
    <section className="radar-part">
      <h2>
        {title} <span className="faint num">{inAll}</span>
      </h2>
      {help && <p className="meta">{help}</p>}
      {rows.length > 0 ? <Sortable {...props} /> : <p className="meta">{empty}</p>}
      {inAll > rows.length && onShowAll && <Button onClick={onShowAll}>{words.showAll(inAll)}</Button>}
    </section>
  )
}

function Sortable<Row>({ title, columns, rows, idOf }: RadarTableProps<Row>) {
  const words = useWords(radarWords)
  const language = useLanguage()
  const [sort, setSort] = useState<RadarSort | null>(null)
  return (
    <table className="radar-table">
      <caption className="hidden">{title}</caption>
      <thead>
        <tr data-sort={words.sortedBy}>
          {columns.map(({ key, head, sort: by }) => (
            <Head key={key} head={head} sortKey={by ? key : null} sort={sort} onSort={setSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sortedRows(rows, columns, sort, byName(language)).map((row, at) => (
          <tr key={idOf(row, at)}>
            {columns.map(({ key, head, cell, narrow }) => (
              <td key={key} data-head={head} className={narrow ? 'narrow' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HeadProps {
  head: string
  sortKey: string | null
  sort: RadarSort | null
  onSort: (sort: RadarSort) => void
}

/** A press sorts, a second one turns the order. */
function Head({ head, sortKey, sort, onSort }: HeadProps) {
  if (sortKey === null) return <th scope="col">{head}</th>
  const current = sort?.key === sortKey
  const descending = current && sort.descending
  return (
    <th scope="col" aria-sort={current ? (descending ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        className="sort"
        onClick={() => onSort({ key: sortKey, descending: current && !descending })}
      >
        {head}
        {current && <span aria-hidden="true">{descending ? '\u00a0↓' : '\u00a0↑'}</span>}
      </button>
    </th>
  )
}
