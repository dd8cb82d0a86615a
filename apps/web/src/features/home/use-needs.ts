import { useEffect, useMemo } from 'react'
import { useRoom } from '../../platform/live'
import { type Records, useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { waitingCount } from '../../platform/waiting'
import { HomeDocument, type HomeQuery } from './home.graphql'
import { myBodies } from './my-bodies'
import { type Need, needsOf } from './needs-of'

/** What home shows, kept current by the person's own room and the one of the body they answer for. */
export function useNeeds(): Records<HomeQuery> & { bodies: string[]; needs: Need[] } {
  const me = useViewer()
  const bodies = useMemo(() => myBodies(me), [me])
  const bodyId = bodies[0]
  const records = useRecords(HomeDocument, { bodyId: bodyId ?? '', withBody: bodyId !== undefined })
  useRoom(bodyId ? `body:${bodyId}` : null, { onLists: records.retry })
  useRoom(`person:${me.personId}`, { onLists: records.retry })
  const needs = useMemo(() => (records.data ? needsOf(records.data, me) : []), [records.data, me])
  return { ...records, bodies, needs }
}

/** Lets every page's places show how much waits. */
export function useTellWaiting(): void {
  const { data, needs } = useNeeds()
  useEffect(() => waitingCount.set(data ? needs.length : null), [data, needs])
}
