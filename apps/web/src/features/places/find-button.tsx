import { commandKey } from '../../platform/command-key'
import { useWords } from '../../platform/words'
import { Icon } from '../../ui/icon'
import { placesWords } from './words'

/** Opens the palette: in the bar, and on phones in the menu. */
export function FindButton({ onFind }: { onFind: () => void }) {
  const words = useWords(placesWords)
  return (
    <button type="button" className="find" onClick={onFind} aria-keyshortcuts="Control+K Meta+K">
      <Icon name="find" />
      <span>{words.find}</span>
      <kbd>{commandKey} K</kbd>
    </button>
  )
}
