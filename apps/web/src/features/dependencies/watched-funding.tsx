import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import { WatchedFundingDocument } from './dependencies.graphql'
import { dependencyWords } from './words'

/** The lines of funding, folded: the Operational Group watches them on the same board (requirements, row 5). */
export function WatchedFunding() {
  const words = useWords(dependencyWords)
  const { data } = useRecords(WatchedFundingDocument)
  if (!data) return null
  return (
    <details className="watched-funding">
      <summary>
        {words.funding} <span className="faint num">{data.funding.length}</span>
      </summary>
      <ul>
        {data.funding.map(({ id, title, asPrinted, workstream }) => (
          <li key={id}>
            <Link href={`/funding#${id}`}>
              <EnglishContent text={title} />
            </Link>{' '}
            <span className="meta">
              {asPrinted ? <EnglishContent text={asPrinted} /> : <Unset>{words.noFigure}</Unset>}
              {workstream && ` · ${words.workstream(workstream.number)}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
