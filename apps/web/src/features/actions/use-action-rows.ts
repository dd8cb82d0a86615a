import type { ApolloClient } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import type { RecordsChanged, RecordsRoom } from '@camau/protocol'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { type RoomHere, useRoom } from '../../platform/live'
import { type ActionFeed, actionFeed, expectActions, type FeedState } from './action-feed'
import type { ActionFilter } from './actions.graphql.js'
import { type LogQuestion, wholeLog } from './log-question'

export interface ActionRows extends FeedState, Pick<ActionFeed, 'show' | 'retry'> {
  here: RoomHere
  /** Of a long log: these rows stay where they are. */
  holdPages: ActionFeed['hold']
}

/** The rows of one body's log, or of all; followed live in the room of the page. Of a long one the rows of a question. */
export function useActionRows(bodyId: string | null, asked: LogQuestion | null): ActionRows {
  const client = useApolloClient()
  const isLong = asked !== null
  // A log that turns out to be long answers the question it began with: nothing is asked again.
  const key = JSON.stringify(asked ?? wholeLog(filterFor(bodyId)))
  const feed = useFeed(client, bodyId, key, isLong)
  const state = useSyncExternalStore(feed.subscribe, feed.get)
  const onChange = useCallback((change: RecordsChanged) => feed.refresh(change.patches), [feed])
  const here = useRoom(roomFor(bodyId), { onChange })
  return { ...state, here, retry: feed.retry, show: feed.show, holdPages: feed.hold }
}

function useFeed(client: ApolloClient, bodyId: string | null, key: string, isLong: boolean): ActionFeed {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a feed finds out by itself that its log is long.
  return useMemo(() => {
    const question: LogQuestion = JSON.parse(key)
    return actionFeed(client, filterFor(bodyId), question, isLong)
  }, [client, bodyId, key])
}

/** For the page around a log: its first rows are on their way while the page asks for the rest. */
export function useExpectedActions(bodyId: string): void {
  const client = useApolloClient()
  useEffect(() => expectActions(client, filterFor(bodyId)), [client, bodyId])
}

const filterFor = (bodyId: string | null): ActionFilter => (bodyId ? { bodyId } : {})
const roomFor = (bodyId: string | null): RecordsRoom => (bodyId ? `body:${bodyId}` : 'programme')
