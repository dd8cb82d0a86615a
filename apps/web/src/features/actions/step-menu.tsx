import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useWords } from '../../platform/words'
import type { LogRow } from './action-status'
import { StepButtons } from './step-buttons'
import { stepWords } from './step-words'

/** The steps open to me, in the cell of the status: arrows move between them, Escape leaves. */
export function StepMenu({ row, onLeave }: { row: LogRow; onLeave: () => void }) {
  const words = useWords(stepWords)
  const ref = useRef<HTMLFieldSetElement>(null)
  useEffect(() => ref.current?.querySelector('button')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    // A dialog opened from here has keys of its own.
    if (event.target instanceof Element && event.target.closest('dialog')) return event.stopPropagation()
    event.stopPropagation()
    if (event.key === 'Escape') return onLeave()
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (!by) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons.at((at + by + buttons.length) % buttons.length)?.focus()
  }
  return (
    <fieldset ref={ref} className="cell-panel" onKeyDown={onKeyDown}>
      <legend className="hidden">{words.editStatus(row.number)}</legend>
      <StepButtons row={row} onTaken={onLeave} />
    </fieldset>
  )
}
