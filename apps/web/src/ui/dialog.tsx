import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../platform/words'
import { Button } from './button'
import { uiWords } from './words'

/**
 * A native modal dialog. Mount it to open it, unmount it to close it; focus goes back to what had it before.
 * `onClose` is called for Escape, the close button and a press outside.
 */
export function Dialog({ title, onClose, children }: { title: ReactNode; onClose: () => void; children: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const words = useWords(uiWords)
  useModal(ref)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press on the backdrop; the keyboard has Escape.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === ref.current && pressedOutside(event, ref.current) && onClose()}
    >
      <div className="stack">
        <div className="row spread dialog-head">
          <h2 id={titleId}>{title}</h2>
          <Button weight="bare" small icon="cross" onClick={onClose}>
            {words.close}
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  )
}

/** Opens the dialog as long as it is mounted, and gives the focus back afterwards. */
export function useModal(ref: React.RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const before = document.activeElement
    const dialog = ref.current
    dialog?.showModal()
    // Whoever opens a form wants to fill it in; the button that closes it is first only in the order of reading.
    const first = dialog?.querySelector<HTMLElement>('input, textarea, select')
    first?.focus()
    // Words that are there already are gone on with.
    if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length)
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [ref])
}

function pressedOutside(event: React.MouseEvent, dialog: HTMLDialogElement): boolean {
  const box = dialog.getBoundingClientRect()
  const { clientX: x, clientY: y } = event
  return x < box.left || x > box.right || y < box.top || y > box.bottom
}
