import { folded } from '@camau/domain'
import { type ReactNode, useState } from 'react'
import type { Trouble } from '../platform/trouble'
import { useWords } from '../platform/words'
import { Button } from './button'
import { Field } from './field'
import { Page, PageHead } from './page'
import { registerWords } from './register-words'
import { Skeleton } from './skeleton'
import { EmptyState, ErrorState } from './states'
import './register.css'
import { useNamedRow } from './use-named-row'

export interface Column<Row> {
  head: string
  cell: (row: Row) => ReactNode
  /** Narrow columns keep numbers and dates on one line. */
  narrow?: boolean
}

interface RegisterProps<Row> {
  words: { title: string; about: string; count: (n: number) => string }
  /** Null while they are on their way. */
  rows: readonly Row[] | null
  trouble: Trouble | null
  onRetry: () => void
  columns: readonly Column<Row>[]
  /** What a reader may look for: every word shown in the row. */
  text: (row: Row) => string
  /** Buttons of the head, and what stands above and below the list. */
  acts?: ReactNode
  lead?: ReactNode
  after?: ReactNode
  /** Shown where there are no records at all. */
  empty?: ReactNode
}

/** A list of the programme's records: what it holds, a filter, and a table that becomes cards on a phone. */
export function Register<Row extends { id: string }>(props: RegisterProps<Row>) {
  const { words, rows, trouble, onRetry, acts, lead, after, empty } = props
  const register = useWords(registerWords)
  return (
    <Page title={words.title}>
      <PageHead title={words.title} acts={acts}>
        <p className="about">{words.about}</p>
      </PageHead>
      <div className="pad register">
        {trouble && <ErrorState title={register.failed} trouble={trouble} onRetry={onRetry} />}
        {!trouble && !rows && <Skeleton rows={8} />}
        {lead}
        {!trouble && rows && (rows.length === 0 && empty ? empty : <FilteredTable {...props} rows={rows} />)}
        {after}
      </div>
    </Page>
  )
}

/** The list alone, for a page that holds more than one. */
export function FilteredTable<Row extends { id: string }>({
  words,
  rows,
  columns,
  text,
}: Pick<RegisterProps<Row>, 'words' | 'columns' | 'text'> & { rows: readonly Row[] }) {
  const register = useWords(registerWords)
  const [wanted, setWanted] = useState('')
  const needles = folded(wanted).split(/\s+/).filter(Boolean)
  const shown = rows.filter((row) => needles.every((needle) => folded(text(row)).includes(needle)))
  return (
    <>
      <div className="row spread no-print">
        <Field
          label={register.filter}
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <p className="meta num" role="status">
          {needles.length > 0 ? register.shown(words.count(shown.length), rows.length) : words.count(rows.length)}
        </p>
      </div>
      {shown.length > 0 ? (
        <RegisterTable name={words.title} rows={shown} columns={columns} />
      ) : (
        <EmptyState title={register.nothing} act={<Button onClick={() => setWanted('')}>{register.clear}</Button>}>
          {register.nothingHelp}
        </EmptyState>
      )}
    </>
  )
}

/** The table without its filter, for a list that is read as a whole. */
export function RegisterTable<Row extends { id: string }>({
  name,
  rows,
  columns,
}: {
  name: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
}) {
  const named = useNamedRow(true)
  return (
    <table className="register-table">
      <caption className="hidden">{name}</caption>
      <thead>
        <tr>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            id={row.id}
            className={row.id === named ? 'named' : undefined}
            tabIndex={row.id === named ? -1 : undefined}
          >
            {columns.map(({ head, cell, narrow }) => (
              <td key={head} data-head={head} className={narrow ? 'narrow' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
