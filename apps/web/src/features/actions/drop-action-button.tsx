import { limits, whyNotDrop } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { heldAction } from './held-action'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useDropAction } from './use-drop-action'

/** Those who rule on it let it go, and say why. */
export function DropActionButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(stepWords)
  const { run } = useDropAction(row)
  const offered = !whyNotDrop(useViewer(), heldAction(row))
  return (
    <TextStep
      offered={offered}
      verb={words.buttons.drop}
      title={words.titles.drop(row.number)}
      label={words.reason}
      hint={words.dropHint}
      limit={limits.reason}
      needed="reason-needed"
      weight={weight}
      run={run}
    />
  )
}
