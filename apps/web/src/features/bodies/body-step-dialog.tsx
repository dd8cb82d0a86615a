import type { BodyStep } from '@camau/domain'
import { useCommand } from '../../platform/commands'
import { useNamed } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import type { BodyInLife } from './body-in-life'
import {
  NameSuccessorDocument,
  OpenItemsDocument,
  ReestablishBodyDocument,
  StartBodyDocument,
} from './body-life.graphql'
import { lifeWords } from './life-words'

interface StepDialogProps {
  body: BodyInLife
  step: Exclude<BodyStep, 'close'>
  onClose: () => void
}

/** The steps that ask for little: a day, a reason, a successor. */
export function BodyStepDialog({ step, ...props }: StepDialogProps) {
  if (step === 'start') return <StartDialog {...props} />
  return step === 'reestablish' ? <ReestablishDialog {...props} /> : <SuccessorDialog {...props} />
}

type Props = Omit<StepDialogProps, 'step'>

function StartDialog({ body, onClose }: Props) {
  const words = useWords(lifeWords)
  const command = useCommand(StartBodyDocument, { what: { en: lifeWords.en.start, cy: lifeWords.cy.start } })
  return (
    <FormDialog
      title={words.start}
      save={words.start}
      done={words.done.started}
      command={command}
      onClose={onClose}
      asked={[{ name: 'day', label: words.startsOn, hint: words.startHint, kind: 'day', optional: true }]}
      send={({ day }) => command.run({ id: body.id, day: day || null })}
    />
  )
}

function ReestablishDialog({ body, onClose }: Props) {
  const words = useWords(lifeWords)
  const what = { en: lifeWords.en.reestablish, cy: lifeWords.cy.reestablish }
  const command = useCommand(ReestablishBodyDocument, { what })
  return (
    <FormDialog
      title={words.reestablish}
      save={words.reestablish}
      done={words.done.reestablished}
      command={command}
      onClose={onClose}
      asked={[{ name: 'reason', label: words.reason, kind: 'text', most: 'reason' }]}
      send={({ reason = '' }) => command.run({ id: body.id, reason })}
    />
  )
}

function SuccessorDialog({ body, onClose }: Props) {
  const words = useWords(lifeWords)
  const named = useNamed()
  const { data } = useRecords(OpenItemsDocument, { id: body.id })
  const what = { en: lifeWords.en.nameSuccessor, cy: lifeWords.cy.nameSuccessor }
  const command = useCommand(NameSuccessorDocument, { what })
  const others = (data?.bodies ?? []).filter(({ id, status }) => id !== body.id && status !== 'CLOSED')
  return (
    <FormDialog
      title={words.nameSuccessor}
      save={words.save}
      done={words.done.successor}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'successorId',
          label: words.successor,
          kind: 'choice',
          options: [{ value: '', name: words.pick }, ...others.map(({ id, name }) => ({ value: id, ...named(name) }))],
        },
        { name: 'reason', label: words.reason, kind: 'text', most: 'reason', optional: true },
      ]}
      send={({ successorId = '', reason }) => command.run({ id: body.id, successorId, reason: reason || null })}
    />
  )
}
