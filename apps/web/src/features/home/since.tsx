import { useMemo } from 'react'
import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { dayOf, useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { colourOf, Face } from '../../ui/face'
import { changeLine } from './change-line'
import { ChangesSinceDocument, type ChangesSinceQuery, type ChangeToldFragment } from './home.graphql'
import { useLastVisit } from './last-visit'
import { homeWords } from './words'
import { type Told, worthTelling } from './worth-telling'

/** What others did while one was away, body by body. */
export function Since({ bodies }: { bodies: readonly string[] }) {
  const words = useWords(homeWords)
  const dates = useDates()
  const last = useLastVisit(useViewer().personId)
  const { data, told } = useTold(bodies, last)
  return (
    <section className="since">
      <h2 className="side">{last ? words.sinceLast : words.latest}</h2>
      {last && <p className="meta">{`${dates.longDay(last)}, ${dates.time(last)}`}</p>}
      {data && told.length === 0 && <p className="quiet nothing-new">{words.nothingNew}</p>}
      {data && told.map((room) => <RoomChanges key={room.room} told={room} bodies={data.bodies} />)}
    </section>
  )
}

function useTold(bodies: readonly string[], last: Date | null): { data: ChangesSinceQuery | null; told: Told[] } {
  const me = useViewer()
  const [first, second, third] = bodies
  const room = (id: string | undefined) => (id === undefined ? '' : `body:${id}`)
  const { data, retry } = useRecords(ChangesSinceDocument, {
    first: room(first),
    second: room(second),
    third: room(third),
    withFirst: first !== undefined,
    withSecond: second !== undefined,
    withThird: third !== undefined,
  })
  useRoom('programme', { onLists: retry })
  const told = useMemo(
    () => (data ? worthTelling([data.first, data.second, data.third, data.programme], last, me.personId) : []),
    [data, last, me.personId],
  )
  return { data, told }
}

function RoomChanges({ told: { room, changes }, bodies }: { told: Told; bodies: ChangesSinceQuery['bodies'] }) {
  const words = useWords(homeWords)
  const body = bodies.find((candidate) => candidate.room === room)
  return (
    <>
      <h3 className="grp">{body ? <Content text={shortName(body.name)} /> : words.programme}</h3>
      <ul>
        {changes.map((change) => (
          <ChangeItem key={change.seq} change={change} />
        ))}
      </ul>
    </>
  )
}

function ChangeItem({ change }: { change: ChangeToldFragment }) {
  const words = useWords(homeWords)
  const dates = useDates()
  const { text, href, label } = changeLine(change, words)
  const today = dayOf(new Date(change.at)) === dayOf(new Date())
  return (
    <li>
      {change.actor && (
        <Face initials={change.actor.initials} name={change.actor.name} colour={colourOf(change.actor.personId)} />
      )}
      <span>
        {label !== null && (href ? <Link href={href}>{label}</Link> : label)}{' '}
        {label === null && href ? <Link href={href}>{text}</Link> : text}
      </span>
      <time className="meta" dateTime={change.at} title={dates.dateTime(change.at)}>
        {today ? dates.time(change.at) : dates.shortDay(change.at)}
      </time>
    </li>
  )
}
