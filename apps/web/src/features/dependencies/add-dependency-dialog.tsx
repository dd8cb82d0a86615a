import { limits } from '@camau/domain'
import { type FormEvent, useId, useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { type Refused, useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field, Select } from '../../ui/field'
import { type Problem, ProblemSummary } from '../../ui/problem-summary'
import { AddDependencyDocument, type DependencyKind } from './dependencies.graphql'
import { FindAction } from './find-action'
import { dependencyWords } from './words'

/** Says that one action waits for another, how, and why. */
export function AddDependencyDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(dependencyWords)
  const refusal = useLoopWords()
  const ids = { dependent: useId(), dependsOn: useId(), text: useId() }
  const [dependentId, setDependent] = useState<string | null>(null)
  const [dependsOnId, setDependsOn] = useState<string | null>(null)
  const [kind, setKind] = useState<DependencyKind>('FINISH_TO_START')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const add = useCommand(AddDependencyDocument, { what: { en: 'Add a dependency', cy: 'Ychwanegu dibyniaeth' } })

  const wrong = {
    dependent: tried && !dependentId ? words.form.needDependent : null,
    dependsOn: tried && !dependsOnId ? words.form.needDependsOn : null,
    text: tried && !text.trim() ? words.form.needText : null,
  }
  const problems: Problem[] = [
    ...(['dependent', 'dependsOn', 'text'] as const).flatMap((field) => {
      const said = wrong[field]
      return said ? [{ fieldId: ids[field], words: said }] : []
    }),
    ...(add.refused ? [{ fieldId: null, words: refusal(add.refused) }] : []),
  ]
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!dependentId || !dependsOnId || !text.trim()) return
    const { state } = await add.run({ id: newId(), dependentId, dependsOnId, kind, text: text.trim() })
    if (state === 'refused') return
    announce(words.added)
    onClose()
  }
  return (
    <Dialog title={words.add} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <ProblemSummary problems={problems} />
        <FindAction
          id={ids.dependent}
          label={words.form.dependent}
          hint={words.form.findHint}
          wrong={wrong.dependent}
          onChoose={setDependent}
        />
        <FindAction
          id={ids.dependsOn}
          label={words.form.dependsOn}
          hint={words.form.findHint}
          wrong={wrong.dependsOn}
          onChoose={setDependsOn}
        />
        <KindSelect kind={kind} onChange={setKind} />
        <Field
          id={ids.text}
          label={words.form.text}
          hint={words.form.textHint}
          wrong={wrong.text}
          maxLength={limits.reason}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="row">
          <Button weight="go" type="submit" busy={add.busy}>
            {words.form.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const kinds: readonly DependencyKind[] = [
  'FINISH_TO_START',
  'CONDITION',
  'INFORMS',
  'EVIDENCE',
  'DATA',
  'SUPPORTS',
  'INTERFACE',
  'EXTENDS',
]

function KindSelect({ kind, onChange }: { kind: DependencyKind; onChange: (kind: DependencyKind) => void }) {
  const words = useWords(dependencyWords)
  return (
    <Select
      label={words.form.kind}
      value={kind}
      onChange={({ target }) => onChange(kinds.find((known) => known === target.value) ?? kind)}
    >
      {kinds.map((known) => (
        <option key={known} value={known}>
          {words.kinds[known]}
        </option>
      ))}
    </Select>
  )
}

/** A refused loop is shown with its path in words. */
function useLoopWords(): (refused: Refused) => string {
  const words = useWords(dependencyWords)
  const refusalWords = useRefusalWords()
  return ({ code, details }) => {
    const path = Array.isArray(details.path) ? details.path.map(labelOf).filter(Boolean) : []
    return code === 'would-loop' && path.length > 0 ? words.form.loop(path.join(' → ')) : refusalWords(code)
  }
}

function labelOf(step: unknown): string {
  if (typeof step === 'string') return step
  return typeof step === 'object' && step !== null && 'label' in step ? String(step.label) : ''
}
