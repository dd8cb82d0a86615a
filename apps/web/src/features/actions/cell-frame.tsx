import type { Presence } from '@camau/protocol'
import type { ReactNode } from 'react'
import { useRefusalWords } from '../../platform/refused'
import { useSignal } from '../../platform/signal'
import { useWords } from '../../platform/words'
import { Face } from '../../ui/face'
import { Flag } from '../../ui/status'
import type { LogRow } from './action-status'
import { clashes } from './clashes'
import type { Column } from './columns'
import { refusedCells } from './refused-cells'
import { stepWords } from './step-words'
import { logWords } from './words'

interface CellFrameProps {
  row: LogRow
  column: Column
  people: readonly Presence[]
  mine: boolean
  /** Whether something is said in a cell of this row. */
  noted: boolean
  children: ReactNode
}

/** Asked once for a row: a cell of most rows has nothing to say, and a log draws hundreds of cells at once. */
export function useNoted(id: string): boolean {
  const isClashing = useSignal(clashes).has(id)
  const isRefused = useSignal(refusedCells).has(id)
  return isClashing || isRefused
}

/** What stands around a cell: my outline, theirs with their initials, a no, a clash. */
export function CellFrame({ row, column, people, mine, noted, children }: CellFrameProps) {
  const here = people.filter(({ at }) => at !== null && 'field' in at && at.field === column)
  const notes = noted && <CellNotes row={row} column={column} />
  if (mine)
    return (
      <span className="cell mine">
        {children}
        {notes}
      </span>
    )
  const [first] = here
  if (!first)
    return (
      <>
        {children}
        {notes}
      </>
    )
  return (
    <Theirs here={here} first={first}>
      {children}
      {notes}
    </Theirs>
  )
}

interface TheirsProps {
  here: readonly Presence[]
  first: Presence
  children: ReactNode
}

function Theirs({ here, first, children }: TheirsProps) {
  const words = useWords(logWords)
  return (
    <span className={`cell theirs p${first.colour}`}>
      <Face
        initials={first.initials}
        name={words.editing(here.map(({ name }) => name).join(', '))}
        colour={first.colour}
      />
      {children}
    </span>
  )
}

function CellNotes({ row, column }: { row: LogRow; column: Column }) {
  const words = useWords(stepWords)
  const refusalWords = useRefusalWords()
  const clash = useSignal(clashes).get(row.id)
  const refused = useSignal(refusedCells).get(row.id)
  const field = column === 'number' ? 'status' : column
  return (
    <>
      {clash?.field === field && (
        <span className="cell-note">
          <Flag tone="attention" icon="attention">
            {words.clashFlag[clash.field]}
          </Flag>
        </span>
      )}
      {refused?.cell === field && <span className="cell-note wrong-words">{refusalWords(refused.code)}</span>}
    </>
  )
}
