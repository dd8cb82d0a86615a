import { useQuery } from '@apollo/client/react'
import { meetingKinds, whyNotPropose } from '@camau/domain'
import { useMemo } from 'react'
import { placeOf } from '../../platform/body-place'
import { useViewer } from '../../platform/viewer'
import { PossibleOwnersDocument } from './actions.graphql.js'

/** Bodies with a log of their own in which this person may raise an action. */
export function useWritableBodies() {
  const viewer = useViewer()
  const { data } = useQuery(PossibleOwnersDocument, { fetchPolicy: 'cache-first' })
  return useMemo(
    () =>
      (data?.bodies ?? []).filter((body) => {
        const place = placeOf(body)
        return body.status === 'ACTIVE' && meetingKinds.includes(place.kind) && whyNotPropose(viewer, place) === null
      }),
    [data, viewer],
  )
}
