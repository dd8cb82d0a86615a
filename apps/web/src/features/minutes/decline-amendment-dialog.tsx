import { limits } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { amendmentWords } from './amendment-words'
import { type AmendmentFragment, DeclineAmendmentDocument } from './minutes.graphql'

interface DeclineAmendmentDialogProps {
  amendment: AmendmentFragment
  onClose: () => void
}

/** A chair says no, and why. */
export function DeclineAmendmentDialog({ amendment: { id, number }, onClose }: DeclineAmendmentDialogProps) {
  const said = useWords(amendmentWords)
  const refusal = useRefusalWords()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const what = { en: amendmentWords.en.declineTitle(number), cy: amendmentWords.cy.declineTitle(number) }
  const command = useCommand(DeclineAmendmentDocument, { what, patient: true })
  const decline = async () => {
    setWrong(reason.trim() ? null : said.missing.reason)
    if (!reason.trim()) return
    const { state } = await command.run({ id, reason: reason.trim() })
    if (state === 'refused') return
    announce(said.answered(number))
    onClose()
  }
  const problems = [
    ...(wrong ? [{ fieldId: 'decline-reason', words: wrong }] : []),
    ...(command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []),
  ]
  return (
    <Dialog title={said.declineTitle(number)} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void decline()
        }}
      >
        <ProblemSummary problems={problems} />
        <TextArea
          id="decline-reason"
          label={said.reason}
          wrong={wrong}
          maxLength={limits.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {said.decline}
          </Button>
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
