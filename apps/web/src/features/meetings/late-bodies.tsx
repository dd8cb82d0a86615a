import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import { LateBodiesDocument } from './meetings.graphql'
import { seriesWords } from './series-words'

/** Bodies that have not met within the rhythm they set themselves; nothing where all have. */
export function LateBodies() {
  const said = useWords(seriesWords)
  const dates = useDates()
  const late = useRecords(LateBodiesDocument, {}).data?.meetingSeries.filter(({ rhythm }) => rhythm.late) ?? []
  if (late.length === 0) return null
  return (
    <section aria-labelledby="meetings-late">
      <h2 id="meetings-late">{said.lateBodies}</h2>
      <ul className="list">
        {late.map(({ id, body, rhythm }) => (
          <li key={id} className="row spread">
            <Link href={`/bodies/${body.id}`}>
              <Content text={shortName(body.name)} />
            </Link>
            <Flag tone="late" icon="clock">
              {said.late(dates.day(rhythm.meetBy ?? ''))}
            </Flag>
          </li>
        ))}
      </ul>
    </section>
  )
}
