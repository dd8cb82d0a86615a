import { whyNotAnswer } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { RefusedLine } from '../../ui/refused-line'
import { heldAction } from './held-action'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { useAcceptAction } from './use-accept-action'

/** The owner says yes. One press: it can be reported on, completed or given back afterwards. */
export function AcceptActionButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(stepWords)
  const { run, busy, refused } = useAcceptAction(row)
  if (whyNotAnswer(useViewer(), heldAction(row))) return null
  return (
    <>
      <Button small weight={weight} busy={busy} onClick={() => void run({})}>
        {words.buttons.accept}
      </Button>
      <RefusedLine refused={refused} />
    </>
  )
}
