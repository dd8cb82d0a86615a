import { useApolloClient } from '@apollo/client/react'
import type { RecordsChanged, RecordsRoom } from '@camau/protocol'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { type RoomHere, useRoom } from '../../platform/live'
import { actionFeed, expectActions, type FeedState } from './action-feed'
import type { ActionFilter } from './actions.graphql.js'
import type { LogQuestion } from './log-question'

export interface ActionRows extends FeedState {
  here: RoomHere
  retry: () => void
  /** Asks for the next rows of a log that does not come as a whole. */
  more: () => void
}

/** The rows of one body's log, or of all; followed live in the room of the page. Of a long one the rows of a question. */
export function useActionRows(bodyId: string | null, asked: LogQuestion | null = null): ActionRows {
  const client = useApolloClient()
  const key = asked && JSON.stringify(asked)
  const feed = useMemo(() => {
    const question: LogQuestion | null = key === null ? null : JSON.parse(key)
    return actionFeed(client, filterFor(bodyId), question)
  }, [client, bodyId, key])
  const state = useSyncExternalStore(feed.subscribe, feed.get)
  const onChange = useCallback((change: RecordsChanged) => feed.refresh(change.patches), [feed])
  const here = useRoom(roomFor(bodyId), { onChange })
  return { ...state, here, retry: feed.retry, more: feed.more }
}

/** For the page around a log: its first rows are on their way while the page asks for the rest. */
export function useExpectedActions(bodyId: string): void {
  const client = useApolloClient()
  useEffect(() => expectActions(client, filterFor(bodyId)), [client, bodyId])
}

const filterFor = (bodyId: string | null): ActionFilter => (bodyId ? { bodyId } : {})
const roomFor = (bodyId: string | null): RecordsRoom => (bodyId ? `body:${bodyId}` : 'programme')
