import { whyNotProposeAmendment } from '@camau/domain'
import { useState } from 'react'
import { placeOf } from '../../platform/body-place'
import { domainName } from '../../platform/enums'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { AgreedMeeting, Frozen } from './agreed-minutes'
import { amendmentWords } from './amendment-words'
import { ProposeAmendmentDialog } from './propose-amendment-dialog'

/** For those who may write there. */
export function ProposeAmendmentButton({ meeting, frozen }: { meeting: AgreedMeeting; frozen: Frozen }) {
  const said = useWords(amendmentWords)
  const [open, setOpen] = useState(false)
  const held = { record: { status: domainName(meeting.status) }, body: placeOf(meeting.body) }
  if (whyNotProposeAmendment(useViewer(), held)) return null
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {said.propose}
      </Button>
      {open && <ProposeAmendmentDialog meetingId={meeting.id} frozen={frozen} onClose={() => setOpen(false)} />}
    </>
  )
}
