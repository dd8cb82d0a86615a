import { useCommand } from '../../platform/commands'
import { useOwnerOptions } from '../../platform/owner-options'
import { useWords } from '../../platform/words'
import { type Asked, FormDialog } from '../../ui/form-dialog'
import {
  AssignDutyDocument,
  DefineMeasureDocument,
  type DefinitionState,
  type Duty,
  type MeasureRowFragment,
  RetireMeasureDocument,
  SetMeasureOwnerDocument,
  SetRiskAssessmentDocument,
} from './measures.graphql'
import { measureWords } from './words'

interface DialogProps {
  measure: MeasureRowFragment
  onClose: () => void
}

const states: readonly DefinitionState[] = ['SETTLED', 'UNSETTLED']

export function DefineDialog({ measure, onClose }: DialogProps) {
  const words = useWords(measureWords)
  const command = useCommand(DefineMeasureDocument, named('define'))
  return (
    <FormDialog
      title={words.define}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'text', label: words.definition, hint: words.definitionHint, kind: 'text', most: 'reason' },
        {
          name: 'state',
          label: words.state,
          kind: 'choice',
          first: 'SETTLED',
          options: states.map((value) => ({ value, name: words.states[value] })),
        },
      ]}
      send={({ text = '', state }) =>
        command.run({ id: measure.id, text, state: states.find((one) => one === state) ?? 'SETTLED' })
      }
    />
  )
}

export function DutyDialog({ measure, onClose }: DialogProps) {
  const words = useWords(measureWords)
  const owners = useOwnerField()
  const command = useCommand(AssignDutyDocument, named('assignDuty'))
  const all: readonly Duty[] = measure.duties.map(({ duty }) => duty)
  return (
    <FormDialog
      title={words.assignDuty}
      save={words.assign}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'duty',
          label: words.duties,
          kind: 'choice',
          first: all[0] ?? '',
          options: all.map((value) => ({ value, name: words.duty[value] })),
        },
        owners.asked,
      ]}
      send={({ duty, owner }) =>
        command.run({
          id: measure.id,
          duty: all.find((one) => one === duty) ?? 'SETTER',
          owner: owners.inputOf(owner),
        })
      }
    />
  )
}

export function OwnerDialog({ measure, onClose }: DialogProps) {
  const words = useWords(measureWords)
  const owners = useOwnerField()
  const command = useCommand(SetMeasureOwnerDocument, named('setOwner'))
  return (
    <FormDialog
      title={words.setOwner}
      save={words.assign}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[owners.asked]}
      send={({ owner }) => command.run({ id: measure.id, owner: owners.inputOf(owner) })}
    />
  )
}

export function RiskDialog({ measure, onClose }: DialogProps) {
  const words = useWords(measureWords)
  const command = useCommand(SetRiskAssessmentDocument, named('setRisk'))
  return (
    <FormDialog
      title={words.setRisk}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[{ name: 'text', label: words.risk, kind: 'text', most: 'progress' }]}
      send={({ text = '' }) => command.run({ id: measure.id, text })}
    />
  )
}

export function RetireDialog({ measure, onClose }: DialogProps) {
  const words = useWords(measureWords)
  const command = useCommand(RetireMeasureDocument, named('retireTitle'))
  return (
    <FormDialog
      title={words.retireTitle}
      save={words.retire}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[{ name: 'reason', label: words.reason, kind: 'text', most: 'reason' }]}
      send={({ reason = '' }) => command.run({ id: measure.id, reason })}
    >
      <p>{words.retireText}</p>
    </FormDialog>
  )
}

type Named = 'define' | 'assignDuty' | 'setOwner' | 'setRisk' | 'retireTitle'
const named = (key: Named) => ({ what: { en: measureWords.en[key], cy: measureWords.cy[key] } })

function useOwnerField() {
  const words = useWords(measureWords)
  const options = useOwnerOptions()
  const asked: Asked = {
    name: 'owner',
    label: words.owner,
    kind: 'choice',
    optional: true,
    options: [{ value: '', name: words.nobody }, ...options],
  }
  return { asked, inputOf: (value: string | undefined) => options.find((one) => one.value === value)?.input ?? null }
}
