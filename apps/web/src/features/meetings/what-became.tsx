import { EnglishContent } from '../../platform/content'
import { formatTime, useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { lifeWords } from './life-words'
import type { MeetingRecordFragment } from './meetings.graphql'

/** That the meeting was moved or cancelled, and why. */
export function WhatBecame({ meeting: { earlierTimes, cancelled } }: { meeting: MeetingRecordFragment }) {
  const said = useWords(lifeWords)
  const dates = useDates()
  if (earlierTimes.length === 0 && !cancelled) return null
  return (
    <ul className="became quiet">
      {earlierTimes.map(({ startsAt, reason, at }) => (
        <li key={at}>
          <EnglishContent text={said.wasOn(dates.day(startsAt), formatTime(startsAt), reason)} />
        </li>
      ))}
      {cancelled && <li>{said.cancelledBecause(cancelled.by.name, cancelled.reason)}</li>}
    </ul>
  )
}
