import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRecords } from '../../platform/records'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ProblemSummary } from '../../ui/problem-summary'
import { type DraftProblem, draftOf, readDraft } from './decision-draft'
import { DecisionFields, problemField, useDraftProblem } from './decision-fields'
import { decisionWords } from './decision-words'
import { CorrectDecisionDocument, DecidingMeetingDocument, type DecisionLineFragment } from './decisions.graphql'
import { namedWith } from './named-with'

interface DecisionDialogProps {
  decision: DecisionLineFragment
  onClose: () => void
}

/** Puts a decision right while its minutes are open. */
export function CorrectDecisionDialog({ decision, onClose }: DecisionDialogProps) {
  const said = useWords(decisionWords)
  const refusal = useRefusalWords()
  const problemWords = useDraftProblem()
  const { id, number, meeting } = decision
  const { data } = useRecords(DecidingMeetingDocument, { id: meeting?.id ?? '' })
  const [draft, setDraft] = useState(() => draftOf(decision))
  const [wrong, setWrong] = useState<DraftProblem | null>(null)
  const what = { en: decisionWords.en.correctTitle(number), cy: decisionWords.cy.correctTitle(number) }
  const command = useCommand(CorrectDecisionDocument, { what, patient: true })
  const save = async () => {
    const read = readDraft(draft)
    setWrong('wrong' in read ? read.wrong : null)
    if ('wrong' in read) return
    const { state } = await command.run({ id, ...read.given })
    if (state === 'refused') return
    announce(said.correctDone)
    onClose()
  }
  const problems = [
    ...(wrong ? [{ fieldId: problemField[wrong], words: problemWords(wrong) }] : []),
    ...(command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []),
  ]
  return (
    <Dialog title={said.correctTitle(number)} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!command.busy) void save()
        }}
      >
        <ProblemSummary problems={problems} />
        <p className="meta">{said.correctHint}</p>
        <DecisionFields
          draft={draft}
          onChange={setDraft}
          people={namedWith(data?.meeting.expected ?? [], decision)}
          wrong={wrong}
        />
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {said.correctSave}
          </Button>
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
