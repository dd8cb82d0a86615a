import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { domainName } from '../../platform/enums'
import type { NamedActionFragment } from './actions.graphql.js'
import { StatusMark } from './status-mark'

/** Another action, by its number and title, with where it stands. */
export function NamedAction({ action }: { action: NamedActionFragment }) {
  return (
    <>
      <Link href={`/actions/${action.id}`}>
        {action.number} · <EnglishContent text={action.title} />
      </Link>{' '}
      <StatusMark status={domainName(action.status)} />
    </>
  )
}
