import { type ReactNode, useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ProblemSummary } from '../../ui/problem-summary'
import { AdviceFields } from './advice-fields'
import { type DecisionDraft, type DraftProblem, emptyDraft, readDraft } from './decision-draft'
import { DecisionFields, problemField, useDraftProblem } from './decision-fields'
import { decisionWords } from './decision-words'
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
  /** Where it corrects a settled decision: that one's id, what the form begins with and is called. */
  replacing?: { id: string; draft: DecisionDraft; title: string; save: string; choice: ReactNode }
}

/** Records what a meeting resolved, how, who stood behind it, and the actions it leads to. */
export function RecordDecisionDialog(props: RecordDecisionDialogProps) {
  const { meetingId, text, people, actions, onDone, replacing } = props
  const said = useWords(words)
  const more = useWords(decisionWords)
  const refusal = useRefusalWords()
  const problemWords = useDraftProblem()
  const [draft, setDraft] = useState(replacing?.draft ?? emptyDraft(text))
  const [recipientBodyId, setRecipient] = useState<string | null>(null)
  const [actionIds, setActions] = useState<readonly string[]>([])
  const [wrong, setWrong] = useState<DraftProblem | null>(null)
  const [noOffice, setNoOffice] = useState(false)
  const what = { en: words.en.record, cy: words.cy.record }
  const command = useCommand(RecordDecisionDocument, { what, patient: true })

  const save = async () => {
    const read = readDraft(draft)
    setWrong('wrong' in read ? read.wrong : null)
    setNoOffice(recipientBodyId === '')
    if ('wrong' in read || recipientBodyId === '') return
    const id = newId()
    const advice = recipientBodyId ? { kind: 'ADVICE' as const, recipientBodyId } : {}
    const replaces = replacing ? { replacesId: replacing.id } : {}
    const { state } = await command.run({
      id,
      meetingId,
      actionIds: [...actionIds],
      ...read.given,
      ...advice,
      ...replaces,
    })
    if (state === 'refused') return
    announce(said.recorded)
    onDone(id)
  }

  const problems = [
    ...(wrong ? [{ fieldId: problemField[wrong], words: problemWords(wrong) }] : []),
    ...(noOffice ? [{ fieldId: 'advice-recipient', words: more.recipientNeeded }] : []),
    ...(command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []),
  ]
  return (
    <Dialog title={replacing?.title ?? said.record} onClose={() => onDone(null)}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!command.busy) void save()
        }}
      >
        <ProblemSummary problems={problems} />
        {replacing?.choice}
        <DecisionFields draft={draft} onChange={setDraft} people={people} wrong={wrong} />
        <AdviceFields
          recipientBodyId={recipientBodyId}
          wrong={noOffice ? more.recipientNeeded : null}
          onChange={setRecipient}
        />
        {actions.length > 0 && <ActionChoice actions={actions} chosen={actionIds} onChange={setActions} />}
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {replacing?.save ?? said.save}
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
            {number} · <EnglishContent text={title} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
