import { limits, whyNotSupersede } from '@camau/domain'
import { useState } from 'react'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { ActionChoice } from './action-choice'
import { SupersedeActionDocument } from './actions.graphql.js'
import { versionOf } from './clashes'
import { heldAction } from './held-action'
import { passingWords } from './passing-words'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useStep } from './use-step'

/** Those who rule on it let another action take its place, and say why. */
export function SupersedeActionButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(passingWords)
  const steps = useWords(stepWords)
  const { run } = useStep(SupersedeActionDocument, { row, verb: 'supersede' })
  const [byId, setById] = useState<string | null>(null)
  return (
    <TextStep
      offered={!whyNotSupersede(useViewer(), heldAction(row))}
      verb={words.buttons.supersede}
      title={words.titles.supersede(row.number)}
      label={steps.reason}
      hint={words.supersedeHint}
      limit={limits.reason}
      needed="reason-needed"
      before={<ActionChoice not={row.id} value={byId} onChange={setById} />}
      missing={() => (byId ? null : words.chooseReplacement)}
      weight={weight}
      run={(reason) => run({ byId: byId ?? '', reason, basedOn: versionOf(row, 'status') })}
    />
  )
}
