import type { RecordsChanged } from '@camau/protocol'
import { type ReactNode, useCallback } from 'react'
import { useParams } from 'wouter'
import { useContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import './actions.css'
import { shortName } from '../../platform/short-name'
import { ActionBody } from './action-body'
import { ActionLifeDocument } from './actions.graphql.js'
import { lifeWords } from './life-words'
import { changesLinks } from './linked-changes'
import type { ActionLife } from './walk-steps'
import { logWords } from './words'

/** One action: its words, its steps, where it comes from, what waits on what, and everything that happened to it. */
export function ActionPage({ children }: { children?: (action: ActionLife) => ReactNode }) {
  const { id } = useParams<{ id: string }>()
  const words = useWords(lifeWords)
  const log = useWords(logWords)
  const inWords = useContent()
  const { data, trouble, retry } = useRecords(ActionLifeDocument, { id })
  const action = data?.action ?? null
  const onChange = useCallback(
    ({ patches }: RecordsChanged) => {
      if (action && changesLinks(action, patches)) retry()
    },
    [action, retry],
  )
  const room = useRoom(action && `body:${action.body.id}`, { onChange })
  const title = action
    ? action.kind === 'decision'
      ? words.decision(action.number)
      : words.action(action.number)
    : log.allActions
  const within = action
    ? [{ name: inWords(shortName(action.body.name)), href: `/bodies/${action.body.id}` }]
    : [{ name: log.allActions, href: '/actions' }]
  return (
    <Page title={title} within={within} reference={action && `A${action.number}`}>
      {trouble && (
        <div className="pad">
          <ErrorState trouble={trouble} onRetry={retry} />
        </div>
      )}
      {!action && !trouble && (
        <div className="pad">
          <Skeleton titled rows={6} />
        </div>
      )}
      {action && <ActionBody key={id} action={action} heading={title} here={room} />}
      {action && children?.(action)}
    </Page>
  )
}
