import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { colourOf, Face } from '../../ui/face'
import { changeLine } from './change-line'
import { ChangesSinceDocument, type ChangesSinceQuery, RoomNameDocument } from './home.graphql'
import { useLastVisit } from './last-visit'
import { homeWords } from './words'
import { worthTelling } from './worth-telling'

const mostRooms = 3

/** What others did while one was away, body by body. */
export function Since({ bodies }: { bodies: readonly string[] }) {
  const words = useWords(homeWords)
  const dates = useDates()
  const me = useViewer()
  const last = useLastVisit(me.personId)
  const rooms = [...bodies.slice(0, mostRooms).map((id) => `body:${id}`), 'programme']
  return (
    <section className="since">
      <h2 className="side">{last ? words.sinceLast : words.latest}</h2>
      {last && <p className="meta">{`${dates.longDay(last)}, ${dates.time(last)}`}</p>}
      {rooms.map((room) => (
        <RoomChanges key={room} room={room} last={last} />
      ))}
      <p className="quiet nothing-new">{words.nothingNew}</p>
    </section>
  )
}

type Change = ChangesSinceQuery['changes'][number]

function RoomChanges({ room, last }: { room: string; last: Date | null }) {
  const words = useWords(homeWords)
  const me = useViewer()
  const { data } = useRecords(ChangesSinceDocument, { room })
  const told = data ? worthTelling(data.changes, last, me.personId) : []
  if (!data || told.length === 0) return null
  return (
    <>
      <h3 className="grp">{room === 'programme' ? words.programme : <BodyName id={room.replace(/^body:/, '')} />}</h3>
      <ul>
        {told.map((change) => (
          <ChangeItem key={change.seq} change={change} />
        ))}
      </ul>
    </>
  )
}

function BodyName({ id }: { id: string }) {
  const { data } = useRecords(RoomNameDocument, { id })
  return data && <Content text={shortName(data.body.name)} />
}

function ChangeItem({ change }: { change: Change }) {
  const words = useWords(homeWords)
  const dates = useDates()
  const { text, href, label } = changeLine(change, words)
  return (
    <li>
      {change.actor && (
        <Face initials={change.actor.initials} name={change.actor.name} colour={colourOf(change.actor.personId)} />
      )}
      <span>
        {href && <Link href={href}>{label}</Link>} {text}
      </span>
      <span className="meta">{`${dates.shortDay(change.at)}, ${dates.time(change.at)}`}</span>
    </li>
  )
}
