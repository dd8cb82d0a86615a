import { formatTime, useDates } from '../../platform/dates'
import { AroundContent } from '../../platform/named-content'
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
          <AroundContent say={(why) => said.wasOn(dates.day(startsAt), formatTime(startsAt), why)} text={reason} />
        </li>
      ))}
      {cancelled && (
        <li>
          <AroundContent say={(why) => said.cancelledBecause(cancelled.by.name, why)} text={cancelled.reason} />
        </li>
      )}
    </ul>
  )
}
