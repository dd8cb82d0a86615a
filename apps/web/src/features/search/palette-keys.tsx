import { useWords } from '../../platform/words'
import { paletteWords } from './words'

/** The keys of the palette, at its foot. */
export function PaletteKeys() {
  const words = useWords(paletteWords)
  return (
    <p className="palette-foot key" aria-hidden="true">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {words.choose}
      </span>
      <span>
        <kbd>Enter</kbd> {words.open}
      </span>
      <span>
        <kbd>Tab</kbd> {words.narrow}
      </span>
      <span>
        <kbd>Esc</kbd> {words.close}
      </span>
    </p>
  )
}
