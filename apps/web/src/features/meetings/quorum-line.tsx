import { quorumOf } from '@camau/domain'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import { attendanceOf } from './held-meeting'
import type { MeetingOnPage } from './meeting-on-page'
import { peopleWords } from './people-words'

/** Whether enough seats are taken, in words; nothing where the body has set no quorum. */
export function QuorumLine({ meeting }: { meeting: MeetingOnPage }) {
  const said = useWords(peopleWords)
  const quorum = quorumOf(attendanceOf(meeting), meeting.body.series?.quorum ?? null)
  if (!quorum) return null
  const { met, needed, here } = quorum
  return (
    <p className="quorum">
      <Flag tone={met ? 'done' : 'attention'} icon={met ? 'tick' : 'attention'}>
        {met ? said.quorumMet(needed, here) : said.quorumNotMet(needed, here)}
      </Flag>
    </p>
  )
}
