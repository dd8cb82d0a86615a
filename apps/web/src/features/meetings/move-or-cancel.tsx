import { whyNotStep } from '@camau/domain'
import { useState } from 'react'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { CancelMeetingDialog } from './cancel-meeting-dialog'
import { heldMeeting } from './held-meeting'
import { lifeWords } from './life-words'
import type { MeetingRecordFragment } from './meetings.graphql'
import { MoveMeetingDialog } from './move-meeting-dialog'

/** A planned meeting can be moved or cancelled by those who prepare it; both take a reason. */
export function MoveOrCancel({ meeting }: { meeting: MeetingRecordFragment }) {
  const said = useWords(lifeWords)
  const viewer = useViewer()
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null)
  if (whyNotStep(viewer, heldMeeting(meeting), 'cancel') !== null) return null
  const close = () => setOpen(null)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen('move')}>
        {said.move}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setOpen('cancel')}>
        {said.cancel}
      </Button>
      {open === 'move' && <MoveMeetingDialog meeting={meeting} onClose={close} />}
      {open === 'cancel' && <CancelMeetingDialog meeting={meeting} onClose={close} />}
    </>
  )
}
