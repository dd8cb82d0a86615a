import type { KeyboardEvent, ReactNode } from 'react'
import { choose, chooseNone, chosen, toggleChosen } from './bulk-choice'
import type { LogLines } from './log-lines'

/** The keys that choose rows of the log: x turns one over, Shift and an arrow choose on the way, Ctrl+A all that is shown, Escape none. */
export function BulkKeys({ lines, children }: { lines: LogLines; children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const id = rowOf(event.target, lines)
    if (!id) return
    if (event.key === 'x' && !event.ctrlKey && !event.metaKey && !event.altKey) toggleChosen(id)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) choose(lines.rowIds)
    else if (event.key === 'Escape' && chosen.get().size > 0) chooseNone()
    else {
      if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
        choose([id, neighbour(lines, id, event.key === 'ArrowDown' ? 1 : -1)])
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return <div onKeyDownCapture={onKeyDown}>{children}</div>
}

/** The row the keyboard stands in; keys inside an editor are the editor's. */
function rowOf(target: EventTarget, lines: LogLines): string | null {
  if (!(target instanceof Element) || !target.matches('[data-cell]')) return null
  const cell = target.getAttribute('data-cell') ?? ''
  const id = cell.slice(0, cell.lastIndexOf(':'))
  return lines.knows(id) ? id : null
}

/** The next row that way, over the heads of groups. */
function neighbour(lines: LogLines, id: string, step: 1 | -1): string {
  let line = lines.lineOf(id) + step
  while (lines.lineAt(line)?.kind === 'group') line += step
  const next = lines.lineAt(line)?.key
  return next && lines.knows(next) ? next : id
}
