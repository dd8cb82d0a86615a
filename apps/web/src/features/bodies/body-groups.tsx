import { meetingKinds } from '@camau/domain'
import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { domainName } from '../../platform/enums'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import type { BodyInLife } from './body-in-life'
import { lifeWords } from './life-words'
import { bodyWords } from './words'

/** The groups under a body and how far each is; their sum rolls up, live (requirements, row 7). */
export function BodyGroups({ body }: { body: BodyInLife }) {
  const words = useWords(lifeWords)
  const standing = useWords(bodyWords)
  const groups = body.children.filter(({ kind }) => meetingKinds.includes(domainName(kind)))
  if (groups.length === 0) return null
  const { bodies, unfinished, finished } = body.groupsProgress
  return (
    <details className="body-about">
      <summary>
        {words.groups}
        <span className="num">
          {' · '}
          {words.groupsSum(words.groupCount(bodies), words.unfinished(unfinished), words.finished(finished))}
        </span>
      </summary>
      <ul className="list">
        {groups.map(({ id, name, status, progress }) => (
          <li key={id} className="row spread">
            <Link href={`/bodies/${id}`}>
              <Content text={shortName(name)} />
            </Link>
            <span className="meta num">
              {status === 'ACTIVE'
                ? `${words.unfinished(progress.unfinished)}, ${words.finished(progress.finished)}`
                : standing.status[domainName(status)]}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
