import { limits } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select, TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import './decisions.css'
import { RecordDecisionDocument } from './decisions.graphql'
import { words } from './words'

interface RecordDecisionDialogProps {
  meetingId: string
  /** The words of the minutes it was raised from. */
  text: string
  people: readonly { id: string; name: string }[]
  actions: readonly { id: string; number: number; title: string }[]
  onDone: (decisionId: string | null) => void
}

/** Records what a meeting resolved, who proposed it, and the actions it leads to. */
export function RecordDecisionDialog({ meetingId, text: line, people, actions, onDone }: RecordDecisionDialogProps) {
  const said = useWords(words)
  const refusal = useRefusalWords()
  const [text, setText] = useState(line)
  const [proposedById, setProposer] = useState('')
  const [actionIds, setActions] = useState<readonly string[]>([])
  const [wrong, setWrong] = useState<string | null>(null)
  const command = useCommand(RecordDecisionDocument, { what: { en: words.en.record, cy: words.cy.record } })

  const save = async () => {
    const trimmed = text.trim()
    const problem = !trimmed ? said.textNeeded : trimmed.length > limits.decision ? said.tooLong(limits.decision) : null
    setWrong(problem)
    if (problem) return
    const id = newId()
    const given = { id, meetingId, text: trimmed, proposedById: proposedById || null, actionIds: [...actionIds] }
    const { state } = await command.run(given)
    if (state === 'refused') return
    announce(said.recorded)
    onDone(id)
  }
  const problems = [
    ...(wrong ? [{ fieldId: 'decision-text', words: wrong }] : []),
    ...(command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []),
  ]

  return (
    <Dialog title={said.record} onClose={() => onDone(null)}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <ProblemSummary problems={problems} />
        <TextArea
          id="decision-text"
          label={said.text}
          hint={said.textHint}
          value={text}
          wrong={wrong}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          label={said.proposer}
          optional
          value={proposedById}
          onChange={(event) => setProposer(event.target.value)}
        >
          <option value="">{said.nobody}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        {actions.length > 0 && <ActionChoice actions={actions} chosen={actionIds} onChange={setActions} />}
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {said.save}
          </Button>
          <Button onClick={() => onDone(null)}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

interface ActionChoiceProps {
  actions: RecordDecisionDialogProps['actions']
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}

function ActionChoice({ actions, chosen, onChange }: ActionChoiceProps) {
  const said = useWords(words)
  return (
    <fieldset className="choices">
      <legend>{said.actions}</legend>
      {actions.map(({ id, number, title }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          <span>
            {number} · {title}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
