import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import type { InboxQuery } from './inbox.graphql'
import { inboxWords } from './words'

type Waiting = NonNullable<InboxQuery['viewer']>['actionsWaiting'][number]

/** Something that waits on one of my offices. */
export function WaitingRow({ action, children }: { action: Waiting; children?: ReactNode }) {
  const words = useWords(inboxWords)
  const { id, number, title, owner, due, overdueSince } = action
  return (
    <li>
      <div>
        <Link href={`/actions/${id}`}>
          <span className="about">
            {words.action(number)}: {title}
          </span>
        </Link>
        <p className="meta">
          {owner && <Content text={owner.label} />}
          {due && ` · ${words.due(due.label)}`}{' '}
          {overdueSince && (
            <Flag tone="late" icon="clock">
              {words.kinds.overdue}
            </Flag>
          )}
        </p>
        {children && <div className="row answers">{children}</div>}
      </div>
    </li>
  )
}
