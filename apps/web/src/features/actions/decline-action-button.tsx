import { limits, whyNotAnswer } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { heldAction } from './held-action'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useDeclineAction } from './use-decline-action'

/** The owner gives it back, and says why. */
export function DeclineActionButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(stepWords)
  const { run } = useDeclineAction(row)
  const offered = !whyNotAnswer(useViewer(), heldAction(row))
  return (
    <TextStep
      offered={offered}
      verb={words.buttons.decline}
      title={words.titles.decline(row.number)}
      label={words.reason}
      hint={words.declineHint}
      limit={limits.reason}
      needed="reason-needed"
      weight={weight}
      run={run}
    />
  )
}
