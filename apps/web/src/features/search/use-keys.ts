import { useEffect } from 'react'
import { allDoings } from '../../platform/doings'
import { singleKeysOn } from './single-keys'

interface Keys {
  onFind: () => void
  onShortcuts: () => void
}

/** Ctrl or Cmd+K anywhere; single keys only outside of text and of dialogs. */
export function useKeys({ onFind, onShortcuts }: Keys): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey) return
      const withControl = event.ctrlKey || event.metaKey
      if (withControl && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        return onFind()
      }
      const asks = event.key === '?'
      if (withControl || !singleKeysOn() || (isTaken(event.target) && !(asks && isCell(event.target)))) return
      const doing = asks ? { run: onShortcuts } : allDoings().findLast(({ key }) => key === event.key)
      if (!doing) return
      event.preventDefault()
      doing.run('')
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onFind, onShortcuts])
}

/** Whether the keys belong to where the focus is: text, a choice, a dialog, a grid with keys of its own. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable || target.closest('input, textarea, select, dialog, [role=grid], [role=textbox]') !== null
  )
}

/** In a cell of the log that is only read, nobody writes a question mark. */
function isCell(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('[role=gridcell]')
}
