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
import { lifeWords } from './life-words'
import { CancelMeetingDocument, type MeetingRecordFragment } from './meetings.graphql'

interface CancelMeetingDialogProps {
  meeting: MeetingRecordFragment
  onClose: () => void
}

export function CancelMeetingDialog({ meeting, onClose }: CancelMeetingDialogProps) {
  const said = useWords(lifeWords)
  const refusal = useRefusalWords()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const what = { en: lifeWords.en.cancel, cy: lifeWords.cy.cancel }
  const { run, busy, refused } = useCommand(CancelMeetingDocument, { what, patient: true })
  const send = async () => {
    setWrong(reason.trim() ? null : said.reasonNeeded)
    if (!reason.trim() || busy) return
    const { state } = await run({ id: meeting.id, reason: reason.trim() })
    if (state === 'refused') return
    announce(said.cancelled)
    onClose()
  }
  const problems = [
    ...(wrong ? [{ fieldId: 'cancel-reason', words: wrong }] : []),
    ...(refused ? [{ fieldId: null, words: refusal(refused.code) }] : []),
  ]
  return (
    <Dialog title={said.cancel} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ProblemSummary problems={problems} />
        <TextArea
          id="cancel-reason"
          label={said.reason}
          hint={said.reasonHint}
          wrong={wrong}
          maxLength={limits.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {said.cancel}
          </Button>
          <Button onClick={onClose}>{said.leave}</Button>
        </div>
      </form>
    </Dialog>
  )
}
