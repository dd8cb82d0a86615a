import { newVersion } from '../../platform/device/shell-worker'
import { useSignal } from '../../platform/signal'
import { useUnpressed } from '../../platform/use-unpressed'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { deviceWords } from './device-words'

/** Nobody is interrupted by it: whoever is ready loads the page anew. */
export function NewVersion() {
  const words = useWords(deviceWords)
  const found = useUnpressed(useSignal(newVersion))
  if (!found) return null
  return (
    <div className="notice no-print">
      <p role="status">{words.newVersion}</p>
      <Button small onClick={found.take}>
        {words.reload}
      </Button>
    </div>
  )
}
