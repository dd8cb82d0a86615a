import { type AttendanceState, attendanceStates } from '@camau/domain'
import { useState } from 'react'
import { useCommand } from '../../platform/commands'
import { domainName, graphqlName } from '../../platform/enums'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import type { MeetingOnPage } from './meeting-on-page'
import { SetAttendanceDocument } from './meetings.graphql'
import { words } from './words'

interface AttendanceOfProps {
  meeting: MeetingOnPage
  person: MeetingOnPage['expected'][number]
  editable: boolean
}

/** Here, online, apologies, absent, or not stated; set in place by those who prepare the meeting. */
export function AttendanceOf({ meeting, person, editable }: AttendanceOfProps) {
  const said = useWords(words)
  const refusal = useRefusalWords()
  const held = meeting.attendance.find((one) => one.person.id === person.id)
  const recorded = held ? domainName(held.state) : null
  const { run, refused } = useCommand(SetAttendanceDocument, {
    what: { en: words.en.attendance(person.name), cy: words.cy.attendance(person.name) },
  })
  const [chosen, setChosen] = useState<AttendanceState | null>(null)
  if (!editable) return <span className="meta">{said.states[recorded ?? 'none']}</span>

  const choose = async (state: AttendanceState) => {
    setChosen(state)
    const { state: outcome } = await run({ id: meeting.id, personId: person.id, state: graphqlName(state) })
    // Kept for later: what I chose stays in view until the server has it.
    if (outcome !== 'kept') setChosen(null)
  }
  const shown = chosen ?? recorded
  return (
    <span className="attendance">
      <select
        aria-label={said.attendance(person.name)}
        value={shown ?? ''}
        onChange={(event) => {
          const state = attendanceStates.find((one) => one === event.target.value)
          if (state) void choose(state)
        }}
      >
        {shown === null && <option value="">{said.states.none}</option>}
        {attendanceStates.map((state) => (
          <option key={state} value={state}>
            {said.states[state]}
          </option>
        ))}
      </select>
      {refused && (
        <span className="meta s-late flag" role="alert">
          {refusal(refused.code)}
        </span>
      )}
    </span>
  )
}
