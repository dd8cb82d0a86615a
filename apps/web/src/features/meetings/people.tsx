import { whyNotEditMeeting } from '@camau/domain'
import { EnglishContent } from '../../platform/content'
import { AroundContent } from '../../platform/named-content'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { colourOf, Face } from '../../ui/face'
import { AddAttendee } from './add-attendee'
import { AttendanceOf } from './attendance-of'
import { heldMeeting } from './held-meeting'
import type { MeetingOnPage } from './meeting-on-page'
import { peopleWords } from './people-words'
import { QuorumLine } from './quorum-line'
import type { PersonHere } from './use-who-is-here'
import { words } from './words'

/** Who is expected, who is here, and what is recorded of each. */
export function People({ meeting, here }: { meeting: MeetingOnPage; here: readonly PersonHere[] }) {
  const said = useWords(words)
  const viewer = useViewer()
  const editable = whyNotEditMeeting(viewer, heldMeeting(meeting)) === null
  const people = everyone(meeting)
  const attending = meeting.attendance.filter(({ state }) => state === 'PRESENT' || state === 'ONLINE').length
  return (
    <section className="people-part" aria-labelledby="meeting-people">
      <h2 className="side" id="meeting-people">
        {said.people} <span className="meta">{said.attending(attending, people.length)}</span>
      </h2>
      <QuorumLine meeting={meeting} />
      {people.length === 0 && <p className="meta">{said.nobodyExpected}</p>}
      <ul className="people">
        {people.map((person) => {
          const present = here.find(({ personId }) => personId === person.id)
          const me = person.id === viewer.personId
          return (
            <li key={person.id}>
              <Face
                initials={person.initials}
                name={person.name}
                colour={present?.colour ?? colourOf(person.id)}
                me={me}
              />
              <span className="who">
                <EnglishContent text={person.name} />
                <Seat meeting={meeting} personId={person.id} />
                <Doing meeting={meeting} present={present} me={me} />
              </span>
              <AttendanceOf meeting={meeting} person={person} editable={editable} />
            </li>
          )
        })}
        {here
          .filter(({ personId }) => !people.some(({ id }) => id === personId))
          .map((visitor) => (
            <li key={visitor.personId}>
              <Face {...visitor} />
              <span className="who">
                <EnglishContent text={visitor.name} />
                <Doing meeting={meeting} present={visitor} me={false} />
              </span>
            </li>
          ))}
      </ul>
      {editable && <AddAttendee meeting={meeting} />}
    </section>
  )
}

/** Whose seat somebody takes, or that they take none; nothing of those on their own. */
function Seat({ meeting, personId }: { meeting: MeetingOnPage; personId: string }) {
  const said = useWords(peopleWords)
  const line = meeting.attendance.find(({ person }) => person.id === personId)
  if (!line || line.role === 'MEMBER') return null
  return (
    <span className="meta">
      {line.role === 'OBSERVER' ? (
        said.observer
      ) : (
        <AroundContent say={said.standsInFor} text={line.standsInFor?.name ?? ''} />
      )}
    </span>
  )
}

function Doing({ meeting, present, me }: { meeting: MeetingOnPage; present: PersonHere | undefined; me: boolean }) {
  const said = useWords(words)
  if (me) return <span className="meta">{said.you}</span>
  if (!present) return null
  const item = meeting.agenda.findIndex(({ id }) => id === present.itemId)
  return <span className="meta">{present.writing && item >= 0 ? said.writingIn(item + 1) : said.inWorkspace}</span>
}

/** Those expected, and whoever was recorded although nobody expected them. */
function everyone({ expected, attendance }: MeetingOnPage) {
  const known = new Set(expected.map(({ id }) => id))
  return [...expected, ...attendance.map(({ person }) => person).filter(({ id }) => !known.has(id))]
}
