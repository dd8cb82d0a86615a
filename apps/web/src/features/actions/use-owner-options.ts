import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { PossibleOwnersDocument } from './actions.graphql.js'
import { type OwnerOption, ownerOptions } from './owner-options'

/** Everybody an action can be given to; asked for once, when a list is first opened. */
export function useOwnerOptions(): readonly OwnerOption[] {
  const { data } = useQuery(PossibleOwnersDocument, { fetchPolicy: 'cache-first' })
  const bodies = data?.bodies
  return useMemo(() => (bodies ? ownerOptions(bodies) : []), [bodies])
}
