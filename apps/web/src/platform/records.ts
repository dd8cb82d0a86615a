import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { oneMore } from './one-more'
import { type Trouble, troubleOf } from './trouble'

/** What a page reads: data as soon as there is any, trouble in the reader's terms, and a way to try again. */
export interface Records<Data> {
  data: Data | null
  trouble: Trouble | null
  retry: () => void
}

/** Asks for a page's records; what the cache holds is shown at once and brought up to date. */
export function useRecords<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables?: NoInfer<Variables>,
): Records<Data> {
  const { data, error, refetch, observable } = useQuery<Data, OperationVariables>(document, {
    variables: variables ?? {},
    fetchPolicy: 'cache-and-network',
    // After the first answer, a change in the cache is shown and not asked about again.
    nextFetchPolicy: 'cache-first',
  })
  const trouble = useMemo(() => (error && !data ? troubleOf(error) : null), [error, data])
  // A retry that fails is shown by `trouble` again. One that joined an earlier question is asked again: that may not know what it is for.
  const retry = useMemo(() => oneMore(refetch, () => observable.getCurrentResult().loading), [refetch, observable])
  // `data` may be partial while it loads; a page is drawn from a whole answer only.
  return { data: (data as Data | undefined) ?? null, trouble, retry }
}
