import { whyNotAmendAt } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { Skeleton } from '../../ui/skeleton'
import type { AgreedMeeting } from './agreed-minutes'
import { amendmentWords } from './amendment-words'
import { AgreeAmendmentDocument, type AmendmentFragment, LaterMeetingsDocument } from './minutes.graphql'

interface AgreeAmendmentDialogProps {
  amendment: AmendmentFragment
  meeting: AgreedMeeting
  onClose: () => void
}

/** An amendment is agreed at a later meeting, which is named. */
export function AgreeAmendmentDialog({ amendment: { id, number }, meeting, onClose }: AgreeAmendmentDialogProps) {
  const said = useWords(amendmentWords)
  const dates = useDates()
  const refusal = useRefusalWords()
  const later = useLaterMeetings(meeting)
  const [chosen, setChosen] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const what = { en: amendmentWords.en.agreeTitle(number), cy: amendmentWords.cy.agreeTitle(number) }
  const command = useCommand(AgreeAmendmentDocument, { what })
  const meetingId = chosen ?? later?.[0]?.id ?? ''
  const agree = async () => {
    setWrong(meetingId ? null : said.missing.meeting)
    if (!meetingId) return
    const { state } = await command.run({ id, meetingId })
    if (state === 'refused') return
    if (state === 'done') announce(said.agreed(number))
    onClose()
  }
  const problems = [
    ...(wrong ? [{ fieldId: 'amendment-meeting', words: wrong }] : []),
    ...(command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []),
  ]
  return (
    <Dialog title={said.agreeTitle(number)} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void agree()
        }}
      >
        <ProblemSummary problems={problems} />
        <p>{said.agreeHint}</p>
        {!later && <Skeleton rows={1} />}
        {later?.length === 0 && <p className="note">{said.noMeeting}</p>}
        {later && later.length > 0 && (
          <Select
            id="amendment-meeting"
            label={said.atMeeting}
            hint={said.atMeetingHint}
            wrong={wrong}
            value={meetingId}
            onChange={(event) => setChosen(event.target.value)}
          >
            {later.map((one) => (
              <option key={one.id} value={one.id}>
                {dates.dateTime(one.startsAt)}
              </option>
            ))}
          </Select>
        )}
        <div className="row">
          {later && later.length > 0 && (
            <Button type="submit" weight="go" busy={command.busy}>
              {said.agree}
            </Button>
          )}
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Meetings at which these minutes can be amended, the latest first; null while they are asked for. */
function useLaterMeetings({ body, startsAt }: AgreedMeeting) {
  const { data } = useRecords(LaterMeetingsDocument, { bodyId: body.id })
  const amended = { bodyId: body.id, startsAt: new Date(startsAt) }
  return data?.meetings.filter(
    (one) =>
      whyNotAmendAt(amended, {
        bodyId: body.id,
        startsAt: new Date(one.startsAt),
        status: domainName(one.status),
      }) === null,
  )
}
