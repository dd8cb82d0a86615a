import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client'
import type { LogRow } from './action-status'
import {
  ActionInLogDocument,
  ActionLogDocument,
  type ActionLogQuery,
  type ActionLogQueryVariables,
  LogPageDocument,
  type LogPageQueryVariables,
} from './actions.graphql.js'

/** The first page of a log, or one that follows on another: it says how long the log is, too. */
export type Connection = ActionLogQuery['actions']

/** Something of the log that is followed in the cache. */
export interface Watched {
  refetch(): void
  stop(): void
}

interface Hears<T> {
  /** `loading`: it is what the device held, and the server has not answered yet. */
  onAnswer: (answer: T, loading: boolean) => void
  onError?: (error: unknown) => void
}

/** Follows a page of a log. `isHere`: what was asked for ahead need not be asked for twice. */
export function watchPage(
  client: ApolloClient,
  variables: ActionLogQueryVariables,
  isHere: boolean,
  { onAnswer, onError }: Hears<Connection>,
): Watched {
  // Kept for good: with `cache-first`, a change of the cache is not told while a request is under way.
  const policies = { fetchPolicy: isHere ? 'cache-first' : 'cache-and-network', later: 'cache-and-network' } as const
  const hears = { onAnswer: (data: ActionLogQuery, loading: boolean) => onAnswer(data.actions, loading), onError }
  return watch(client, { query: ActionLogDocument, variables, ...policies }, hears)
}

/** Follows some rows of a long log. */
export function watchRows(
  client: ApolloClient,
  variables: LogPageQueryVariables,
  { onAnswer, onError }: Hears<LogRow[]>,
): Watched {
  const policies = { fetchPolicy: 'cache-and-network', later: 'cache-and-network' } as const
  return watch(
    client,
    { query: LogPageDocument, variables, ...policies },
    { onAnswer: ({ actions }, loading) => onAnswer(rowsIn(actions), loading), onError },
  )
}

/** Follows one row by itself. */
export function watchRow(client: ApolloClient, id: string, isHere: boolean, onAnswer: (row: LogRow) => void): Watched {
  const policies = { fetchPolicy: isHere ? 'cache-first' : 'cache-and-network', later: 'cache-first' } as const
  const hears = { onAnswer: ({ action }: { action: LogRow }) => onAnswer(action) }
  return watch(client, { query: ActionInLogDocument, variables: { id }, ...policies }, hears)
}

interface Asked<Data, Variables> {
  query: TypedDocumentNode<Data, Variables>
  variables: Variables
  fetchPolicy: 'cache-first' | 'cache-and-network'
  /** From the first answer on. */
  later: 'cache-first' | 'cache-and-network'
}

function watch<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  { query, variables, fetchPolicy, later }: Asked<Data, Variables>,
  {
    onAnswer,
    onError,
  }: { onAnswer: (data: Data, loading: boolean) => void; onError?: ((error: unknown) => void) | undefined },
): Watched {
  const watched = client.watchQuery<Data, Variables>({ query, variables, fetchPolicy, nextFetchPolicy: later })
  const subscription = watched.subscribe((result) => {
    if (result.dataState === 'complete') onAnswer(result.data, result.loading)
    else if (result.error) onError?.(result.error)
  })
  return { refetch: () => void watched.refetch().catch(() => {}), stop: () => subscription.unsubscribe() }
}

export const rowsIn = ({ edges }: { edges: readonly { node: LogRow }[] }): LogRow[] => edges.map(({ node }) => node)
