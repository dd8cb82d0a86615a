import { limits, type Viewer, whyNotAnswerTransfer } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { LogRow } from './action-status'
import { heldAction } from './held-action'
import { passingWords } from './passing-words'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useActionTransfer } from './use-action-transfer'

/** Those who rule on the body it is offered to take it on or not. */
export function AnswerTransferButtons({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(passingWords)
  const steps = useWords(stepWords)
  const { accept, decline, busy } = useActionTransfer(row)
  const asked = isAsked(useViewer(), row)
  return (
    <>
      {asked && (
        <Button small weight={weight} busy={busy} onClick={() => void accept()}>
          {words.buttons['accept-transfer']}
        </Button>
      )}
      <TextStep
        offered={asked}
        verb={words.buttons['decline-transfer']}
        title={words.titles['decline-transfer'](row.number)}
        label={steps.reason}
        hint={words.declineHint}
        limit={limits.reason}
        needed="reason-needed"
        run={decline}
      />
    </>
  )
}

/** Whether the offer is this person's to answer, by the rule that the gateway asks too. */
function isAsked(viewer: Viewer, row: LogRow): boolean {
  return row.transfer !== null && whyNotAnswerTransfer(viewer, heldAction(row), placeOf(row.transfer.to)) === null
}
