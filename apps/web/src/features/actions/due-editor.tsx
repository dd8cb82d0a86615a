import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useWords } from '../../platform/words'
import type { LogRow } from './action-status'
import { DueForm } from './due-form'
import { stepWords } from './step-words'

/** The due date, set in the cell. Enter keeps, Escape leaves it as it was. */
export function DueEditor({ row, onLeave }: { row: LogRow; onLeave: () => void }) {
  const words = useWords(stepWords)
  const ref = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const field = ref.current?.querySelector<HTMLInputElement>('input:not([type=radio])')
    field?.focus()
    field?.select()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      onLeave()
    }
  }
  return (
    <fieldset ref={ref} className="cell-panel" onKeyDown={onKeyDown}>
      <legend className="hidden">{words.editDue(row.number)}</legend>
      <DueForm row={row} onClose={onLeave} />
    </fieldset>
  )
}
