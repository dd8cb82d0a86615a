import { useEffect } from 'react'

/** Ctrl or Cmd+Z outside of text and of dialogs: in text it belongs to the words that are being written. */
export function useUndoKey(onUndo: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented, target } = event
      if (defaultPrevented || shiftKey || altKey || !(ctrlKey || metaKey) || key.toLowerCase() !== 'z') return
      if (isWritten(target)) return
      event.preventDefault()
      onUndo()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onUndo])
}

const unwritten = ':not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range])'

function isWritten(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest(`input${unwritten}, textarea, dialog, [role=textbox]`) !== null
}
