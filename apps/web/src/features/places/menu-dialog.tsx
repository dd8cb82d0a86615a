import { useRef } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { useModal } from '../../ui/dialog'
import { uiWords } from '../../ui/words'
import { FindButton } from './find-button'
import { Places } from './places'
import { placesWords } from './words'

/** The places on narrow screens. */
export function MenuDialog({ onClose, onFind }: { onClose: () => void; onFind: () => void }) {
  const ref = useRef<HTMLDialogElement>(null)
  const words = useWords(placesWords)
  const ui = useWords(uiWords)
  useModal(ref)
  return (
    <dialog
      ref={ref}
      className="menu-dialog"
      aria-label={words.menu}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <Button weight="bare" icon="cross" onClick={onClose}>
        {ui.close}
      </Button>
      <Places onGo={onClose} find={<FindButton onFind={onFind} />} />
    </dialog>
  )
}
