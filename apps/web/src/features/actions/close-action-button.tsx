import { limits, whyNotClose } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { heldAction } from './held-action'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useCloseAction } from './use-close-action'
import { useDespite } from './use-despite'

/** Those who rule on it declare it closed: what its owner called done as it is, anything else with evidence. */
export function CloseActionButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(stepWords)
  const { run } = useCloseAction(row)
  const despite = useDespite(row)
  const offered = !whyNotClose(useViewer(), heldAction(row))
  const done = row.status === 'DONE'
  return (
    <TextStep
      offered={offered}
      verb={done ? words.buttons.close : words.buttons['close-with-evidence']}
      title={words.titles.close(row.number)}
      label={words.evidence}
      hint={words.evidenceHint}
      limit={limits.evidence}
      {...(done ? {} : { needed: 'evidence-needed' as const })}
      weight={weight}
      before={despite.before}
      missing={despite.missing}
      run={(evidence) => run(evidence, despite.override)}
    />
  )
}
