import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useWords } from '../../platform/words'
import { Flag, Unset } from '../../ui/status'
import { statusLooks } from '../../ui/status-looks'
import { Steps } from '../../ui/steps'
import { uiWords } from '../../ui/words'
import type { HomeQuery } from './home.graphql'
import { homeWords } from './words'

/** What is past its day in the body one answers for. */
export function Overdue({ actions, bodyId }: { actions: NonNullable<HomeQuery['actions']>; bodyId: string }) {
  const words = useWords(homeWords)
  if (actions.totalCount === 0) return null
  return (
    <>
      <div className="row spread sub">
        <h2>{words.overdue(actions.totalCount)}</h2>
        <Link href={`/bodies/${bodyId}?view=overdue`}>{words.openLog}</Link>
      </div>
      <div className="sheet">
        <table className="log">
          <thead className="hidden">
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.action}</th>
              <th scope="col">{words.owner}</th>
              <th scope="col">{words.due}</th>
            </tr>
          </thead>
          <tbody>
            {actions.edges.map(({ node }) => (
              <OverdueRow key={node.id} action={node} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function OverdueRow({ action }: { action: NonNullable<HomeQuery['actions']>['edges'][number]['node'] }) {
  const words = useWords(homeWords)
  const ui = useWords(uiWords)
  const { day } = useDates()
  const { tone, taken } = statusLooks[domainName(action.status)]
  return (
    <tr className="item">
      <td className="no">
        <span className={`s-${tone}`}>
          <Steps taken={taken} /> {action.number}
        </span>
      </td>
      <td>
        <Link className="title" href={`/actions/${action.id}`}>
          <EnglishContent text={action.title} />
        </Link>
      </td>
      <td>{action.owner ? <Content text={action.owner.label} /> : <Unset>{ui.notStated}</Unset>}</td>
      <td>
        {action.overdueSince && (
          <Flag tone="late" icon="clock">
            {words.since(day(action.overdueSince))}
          </Flag>
        )}
      </td>
    </tr>
  )
}
