import { useQuery } from '@apollo/client/react'
import { meetingKinds, whyNotPropose } from '@camau/domain'
import { useMemo } from 'react'
import { domainName } from '../../platform/enums'
import { useViewer } from '../../platform/viewer'
import { PossibleOwnersDocument } from './actions.graphql.js'

/** Bodies with a log of their own in which this person may raise an action. */
export function useWritableBodies() {
  const viewer = useViewer()
  const { data } = useQuery(PossibleOwnersDocument, { fetchPolicy: 'cache-first' })
  return useMemo(
    () =>
      (data?.bodies ?? []).filter(({ id, kind, status, parent }) => {
        const place = { id, kind: domainName(kind), parentId: parent?.id ?? null }
        return status === 'ACTIVE' && meetingKinds.includes(place.kind) && whyNotPropose(viewer, place) === null
      }),
    [data, viewer],
  )
}
