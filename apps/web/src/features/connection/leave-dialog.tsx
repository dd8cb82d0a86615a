import { useCommandQueue } from '../../platform/commands'
import { useSignal } from '../../platform/signal'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { deviceWords } from './device-words'
import { useDownload } from './use-download'

interface LeaveDialogProps {
  /** How much has not been sent. */
  unsent: number
  onStay: () => void
  onLeave: () => void
}

/** Signing out with unsent work: it is sent, taken along, or sealed here; never left for the next person to read. */
export function LeaveDialog({ unsent, onStay, onLeave }: LeaveDialogProps) {
  const words = useWords(deviceWords)
  const queue = useCommandQueue()
  const onlyHere = useSignal(queue.onlyHere)
  const copy = useDownload()
  const stay = () => {
    void queue.flush()
    onStay()
  }
  return (
    <Dialog title={words.leaveTitle} onClose={onStay}>
      <p>{words.leaveText(unsent)}</p>
      <p className="quiet">{globalThis.crypto?.subtle ? words.leaveSealed : words.cannotSeal}</p>
      {onlyHere && <p>{words.leaveOnlyHere}</p>}
      <div className="row">
        <Button weight="go" onClick={stay}>
          {words.stay}
        </Button>
        <Button onClick={() => void copy()}>{words.download}</Button>
        <Button onClick={onLeave}>{words.leave}</Button>
      </div>
    </Dialog>
  )
}
