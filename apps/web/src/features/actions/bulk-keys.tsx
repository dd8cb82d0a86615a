import type { KeyboardEvent, ReactNode } from 'react'
import { choose, chooseNone, chosen, toggleChosen } from './bulk-choice'

/** The keys that choose rows of the log: x turns one over, Shift and an arrow choose on the way, Ctrl+A all that is shown, Escape none. */
export function BulkKeys({ ids, children }: { ids: readonly string[]; children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const id = rowOf(event.target, ids)
    if (!id) return
    if (event.key === 'x' && !event.ctrlKey && !event.metaKey && !event.altKey) toggleChosen(id)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) choose(ids)
    else if (event.key === 'Escape' && chosen.get().size > 0) chooseNone()
    else {
      if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
        choose([id, neighbour(ids, id, event.key)])
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return <div onKeyDownCapture={onKeyDown}>{children}</div>
}

/** The row the keyboard stands in; keys inside an editor are the editor's. */
function rowOf(target: EventTarget, ids: readonly string[]): string | null {
  if (!(target instanceof Element) || !target.matches('[data-cell]')) return null
  const cell = target.getAttribute('data-cell') ?? ''
  const id = cell.slice(0, cell.lastIndexOf(':'))
  return ids.includes(id) ? id : null
}

function neighbour(ids: readonly string[], id: string, key: string): string {
  return ids[ids.indexOf(id) + (key === 'ArrowDown' ? 1 : -1)] ?? id
}
