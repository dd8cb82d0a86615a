import { limits, whyNotComplete } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { heldAction } from './held-action'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useCompleteAction } from './use-complete-action'
import { useDespite } from './use-despite'

/** The owner calls it done, and shows what shows it. */
export function CompleteActionButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(stepWords)
  const { run } = useCompleteAction(row)
  const despite = useDespite(row)
  const offered = !whyNotComplete(useViewer(), heldAction(row))
  return (
    <TextStep
      offered={offered}
      verb={words.buttons.complete}
      title={words.titles.complete(row.number)}
      label={words.evidence}
      hint={words.evidenceHint}
      limit={limits.evidence}
      needed="evidence-needed"
      weight={weight}
      before={despite.before}
      missing={despite.missing}
      run={(evidence) => run(evidence, despite.override)}
    />
  )
}
