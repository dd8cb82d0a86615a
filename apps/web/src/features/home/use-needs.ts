import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useRoom } from '../../platform/live'
import { type Records, useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { waitingCount } from '../../platform/waiting'
import { asked } from './asked'
import { HomeDocument, type HomeQuery, WaitingDocument } from './home.graphql'
import { myBodies } from './my-bodies'
import { countNeeds, type Need, needsOf } from './needs-of'

/** The figure beside "Home" may lag a little: asking at each change would slow what somebody is waiting for. */
const countAfter = 2_000

/** What home shows, kept current by the person's own room and the one of the body they answer for. */
export function useNeeds(): Records<HomeQuery> & { bodies: string[]; needs: Need[]; count: number } {
  const me = useViewer()
  const bodies = useMemo(() => myBodies(me), [me])
  const records = useRecords(HomeDocument, asked(bodies))
  useMyRooms(bodies, records.retry)
  const needs = useMemo(() => (records.data ? needsOf(records.data, me) : []), [records.data, me])
  return { ...records, bodies, needs, count: records.data ? countNeeds(records.data, me) : 0 }
}

/** Lets every page's places show how much waits. */
export function useTellWaiting(): void {
  const me = useViewer()
  const bodies = useMemo(() => myBodies(me), [me])
  const { data, retry } = useRecords(WaitingDocument, asked(bodies))
  useMyRooms(bodies, useOnceAfter(retry, countAfter))
  useEffect(() => waitingCount.set(data ? countNeeds(data, me) : null), [data, me])
}

function useMyRooms([bodyId]: readonly string[], onLists: () => void): void {
  const { personId } = useViewer()
  useRoom(bodyId ? `body:${bodyId}` : null, { onLists })
  useRoom(`person:${personId}`, { onLists })
}

/** Calls once, a while after the first of several wishes. */
function useOnceAfter(call: () => void, milliseconds: number): () => void {
  const latest = useRef(call)
  latest.current = call
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      latest.current()
    }, milliseconds)
  }, [milliseconds])
}
