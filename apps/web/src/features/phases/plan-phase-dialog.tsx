import { useCommand } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import type { PhaseShown } from './phase-shown'
import { PlanPhaseDocument } from './phases.graphql'
import { phaseWords } from './words'

/** The planned first and last day of a phase. */
export function PlanPhaseDialog({ phase, onClose }: { phase: PhaseShown; onClose: () => void }) {
  const words = useWords(phaseWords)
  const command = useCommand(PlanPhaseDocument, { what: { en: phaseWords.en.planIt, cy: phaseWords.cy.planIt } })
  return (
    <FormDialog
      title={words.planIt}
      save={words.save}
      done={words.done.planned}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'startsOn', label: words.startsOn, kind: 'day', optional: true, first: phase.startsOn ?? '' },
        { name: 'endsOn', label: words.endsOn, kind: 'day', optional: true, first: phase.endsOn ?? '' },
      ]}
      send={({ startsOn, endsOn }) => command.run({ id: phase.id, startsOn: startsOn || null, endsOn: endsOn || null })}
    />
  )
}
