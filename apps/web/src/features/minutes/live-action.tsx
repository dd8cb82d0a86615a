import { Link } from 'wouter'
import { placeOf } from '../../platform/body-place'
import { Content, EnglishContent } from '../../platform/content'
import { formatTime, useDates } from '../../platform/dates'
import { dueDay } from '../../platform/due-day'
import { domainName } from '../../platform/enums'
import { useWords } from '../../platform/words'
import { Flag, Unset } from '../../ui/status'
import type { MinutedActionFragment } from './minutes.graphql'
import { useSurroundings } from './slot'
import { words } from './words'

/** The edge of the card says the same as its word. */
const edges: Record<MinutedActionFragment['status'], string> = {
  PROPOSED: 's-proposed',
  OPEN: 's-open',
  IN_PROGRESS: 's-moving',
  DONE: 's-done',
  CLOSED: 's-done',
  DROPPED: 's-proposed',
  SUPERSEDED: 's-proposed',
  TRANSFERRED: 's-proposed',
}

/** The row of the action log, standing in the minutes; it changes when the log does. */
export function LiveAction({ action }: { action: MinutedActionFragment }) {
  const said = useWords(words)
  const { parts } = useSurroundings()
  const { id, number, title, status, owner, body } = action
  const unowned = !owner && status === 'PROPOSED'
  return (
    <section className={`node ${edges[status]}`} aria-label={said.action(number)}>
      <p className="what">
        <span>
          <b>{said.action(number)}</b> · {said.fromLog}
        </span>
        <Link href={`/actions/${id}`} aria-label={said.openAction(number)}>
          {said.open}
        </Link>
      </p>
      <p className="body">
        <EnglishContent text={title} />
      </p>
      <div className="of">
        <parts.StatusMark status={domainName(status)} />
        <OwnerOf action={action} />
        <DueOf action={action} />
        {unowned && <parts.GiveOwner actionId={id} body={placeOf(body)} />}
      </div>
    </section>
  )
}

function OwnerOf({ action: { owner, acceptance } }: { action: MinutedActionFragment }) {
  const said = useWords(words)
  if (!owner) return <Unset>{said.ownerNotStated}</Unset>
  return (
    <span className="row pair">
      {said.owner}{' '}
      <b>
        <Content text={owner.label} />
      </b>
      {acceptance?.waiting && (
        <Flag tone="waiting" icon="waiting">
          {said.asked(formatTime(acceptance.at))}
        </Flag>
      )}
    </span>
  )
}

function DueOf({ action: { due } }: { action: MinutedActionFragment }) {
  const said = useWords(words)
  const dates = useDates()
  if (!due) return <Unset>{said.noDate}</Unset>
  const day = dueDay(due)
  return (
    <span>
      {said.due} <b>{day ? dates.day(day) : <EnglishContent text={due.label} />}</b>
    </span>
  )
}
