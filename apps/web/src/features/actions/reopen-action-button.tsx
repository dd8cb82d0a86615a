import { limits, whyNotReopen } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { heldAction } from './held-action'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useReopenAction } from './use-reopen-action'

/** Those who rule on it take it up again, and say why. */
export function ReopenActionButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(stepWords)
  const { run } = useReopenAction(row)
  const offered = !whyNotReopen(useViewer(), heldAction(row))
  return (
    <TextStep
      offered={offered}
      verb={words.buttons.reopen}
      title={words.titles.reopen(row.number)}
      label={words.reason}
      hint={words.reopenHint}
      limit={limits.reason}
      needed="reason-needed"
      weight={weight}
      run={run}
    />
  )
}
