import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import { amendmentWords } from './amendment-words'
import type { MinutesDecisionFragment } from './minutes.graphql'
import { words } from './words'

/** A decision as it stands in minutes, live or agreed. */
export function DecisionCard({ decision }: { decision: MinutesDecisionFragment }) {
  const said = useWords(words)
  const about = useWords(amendmentWords)
  const { number, text, proposedBy, actions, replacedBy } = decision
  const numbers = actions.map((action) => action.number).join(', ')
  return (
    <section className="node s-moving" aria-label={said.decisionNumber(number)}>
      <p className="what">
        <span>
          <Link href={`/decisions/${number}`}>
            <b>{said.decisionNumber(number)}</b>
          </Link>
          {proposedBy && ` · ${said.proposedBy(proposedBy.name)}`}
        </span>
      </p>
      <p className="body">
        <EnglishContent text={text} />
      </p>
      {numbers && <p className="of">{said.leadsTo(numbers)}</p>}
      {replacedBy && (
        <p className="of">
          <Link href={`/decisions/${replacedBy.number}`}>{about.replaced(replacedBy.number)}</Link>
        </p>
      )}
    </section>
  )
}
