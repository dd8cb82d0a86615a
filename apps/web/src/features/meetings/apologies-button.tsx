import { whyNotSendApologies } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { heldMeeting } from './held-meeting'
import { lifeWords } from './life-words'
import type { MeetingOnPage } from './meeting-on-page'
import { SendApologiesDocument, WithdrawApologiesDocument } from './meetings.graphql'
import { PersonChoice } from './person-choice'

/** For everybody who is expected: they say themselves that they will not come, or will after all. */
export function ApologiesButton({ meeting }: { meeting: MeetingOnPage }) {
  const said = useWords(lifeWords)
  const viewer = useViewer()
  const [asking, setAsking] = useState(false)
  const expected = meeting.expected.map(({ id }) => id)
  if (whyNotSendApologies(viewer, heldMeeting(meeting), expected) !== null) return null
  const own = meeting.attendance.find(({ person }) => person.id === viewer.personId)
  if (own?.state === 'APOLOGIES') return <ComeAfterAll meetingId={meeting.id} />
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {said.apologies}
      </Button>
      {asking && <ApologiesDialog meetingId={meeting.id} expected={expected} onClose={() => setAsking(false)} />}
    </>
  )
}

function ComeAfterAll({ meetingId }: { meetingId: string }) {
  const said = useWords(lifeWords)
  const refusal = useRefusalWords()
  const what = { en: lifeWords.en.comeAfterAll, cy: lifeWords.cy.comeAfterAll }
  const { run, busy, refused } = useCommand(WithdrawApologiesDocument, { what })
  const take = async () => {
    if ((await run({ id: meetingId })).state !== 'refused') announce(said.coming)
  }
  return (
    <>
      {refused && <p className="s-late flag">{refusal(refused.code)}</p>}
      <Button busy={busy} onClick={take}>
        {said.comeAfterAll}
      </Button>
    </>
  )
}

interface ApologiesDialogProps {
  meetingId: string
  expected: readonly string[]
  onClose: () => void
}

function ApologiesDialog({ meetingId, expected, onClose }: ApologiesDialogProps) {
  const said = useWords(lifeWords)
  const refusal = useRefusalWords()
  const [substituteId, setSubstitute] = useState('')
  const what = { en: lifeWords.en.apologies, cy: lifeWords.cy.apologies }
  const { run, busy, refused } = useCommand(SendApologiesDocument, { what })
  const send = async () => {
    const { state } = await run({ id: meetingId, substituteId: substituteId || null })
    if (state === 'refused') return
    announce(said.apologiesSent)
    onClose()
  }
  return (
    <Dialog title={said.apologies} onClose={onClose}>
      <p>{said.apologiesHint}</p>
      {refused && (
        <p className="s-late flag" role="alert">
          {refusal(refused.code)}
        </p>
      )}
      <PersonChoice
        label={said.instead}
        none={said.nobody}
        optional
        without={expected}
        value={substituteId}
        onChange={setSubstitute}
      />
      <div className="row">
        <Button weight="go" busy={busy} onClick={send}>
          {said.apologies}
        </Button>
        <Button onClick={onClose}>{said.close}</Button>
      </div>
    </Dialog>
  )
}
