import { useState } from 'react'
import { useDates } from '../../platform/dates'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/field'
import { Skeleton } from '../../ui/skeleton'
import { draftOf } from './decision-draft'
import { decisionWords } from './decision-words'
import { DecidingMeetingDocument, type DecisionLineFragment, OpenMeetingsDocument } from './decisions.graphql'
import { namedWith } from './named-with'
import { RecordDecisionDialog } from './record-decision-dialog'

interface ReplaceDecisionDialogProps {
  decision: DecisionLineFragment
  onClose: () => void
}

/** A settled decision stands; its correction is a new one, of a meeting whose minutes are open. */
export function ReplaceDecisionDialog({ decision, onClose }: ReplaceDecisionDialogProps) {
  const said = useWords(decisionWords)
  const { data } = useRecords(OpenMeetingsDocument, { bodyId: decision.body.id })
  const open = data?.meetings.filter(({ status }) => openStatuses.includes(status))
  const [first] = open ?? []
  if (first && open) return <Replacing decision={decision} open={open} first={first.id} onClose={onClose} />
  return (
    <Dialog title={said.replaceTitle(decision.number)} onClose={onClose}>
      {open ? <p>{said.noOpenMeeting}</p> : <Skeleton rows={2} />}
      <div className="row">
        <Button onClick={onClose}>{said.cancel}</Button>
      </div>
    </Dialog>
  )
}

const openStatuses: readonly string[] = ['IN_SESSION', 'MINUTES_DRAFT', 'CIRCULATED']

interface ReplacingProps extends ReplaceDecisionDialogProps {
  open: readonly { id: string; startsAt: string }[]
  first: string
}

function Replacing({ decision, open, first, onClose }: ReplacingProps) {
  const said = useWords(decisionWords)
  const dates = useDates()
  const [meetingId, setMeeting] = useState(first)
  const { data } = useRecords(DecidingMeetingDocument, { id: meetingId })
  const choice = (
    <>
      <p className="meta">{said.replaceHint}</p>
      <Select label={said.atMeeting} value={meetingId} onChange={({ target }) => setMeeting(target.value)}>
        {open.map(({ id, startsAt }) => (
          <option key={id} value={id}>
            {dates.dateTime(startsAt)}
          </option>
        ))}
      </Select>
    </>
  )
  return (
    <RecordDecisionDialog
      meetingId={meetingId}
      text={decision.text}
      people={namedWith(data?.meeting.expected ?? [], decision)}
      actions={decision.actions}
      onDone={onClose}
      replacing={{
        id: decision.id,
        draft: draftOf(decision),
        title: said.replaceTitle(decision.number),
        save: said.replaceSave,
        choice,
      }}
    />
  )
}
