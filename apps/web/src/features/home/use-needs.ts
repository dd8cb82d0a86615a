import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useRoom } from '../../platform/live'
import { type Records, useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { waitingCount } from '../../platform/waiting'
import { HomeDocument, type HomeQuery } from './home.graphql'
import { myBodies } from './my-bodies'
import { type Need, needsOf } from './needs-of'

/** The figure beside "Home" may lag a little: asking at each change would slow what somebody is waiting for. */
const countAfter = 2_000

/** What home shows, kept current by the person's own room and the one of the body they answer for; `after` ms behind a change. */
export function useNeeds(after = 0): Records<HomeQuery> & { bodies: string[]; needs: Need[] } {
  const me = useViewer()
  const bodies = useMemo(() => myBodies(me), [me])
  const bodyId = bodies[0]
  const records = useRecords(HomeDocument, { bodyId: bodyId ?? '', withBody: bodyId !== undefined })
  const onLists = useOnceAfter(records.retry, after)
  useRoom(bodyId ? `body:${bodyId}` : null, { onLists })
  useRoom(`person:${me.personId}`, { onLists })
  const needs = useMemo(() => (records.data ? needsOf(records.data, me) : []), [records.data, me])
  return { ...records, bodies, needs }
}

/** Lets every page's places show how much waits. */
export function useTellWaiting(): void {
  const { data, needs } = useNeeds(countAfter)
  useEffect(() => waitingCount.set(data ? needs.length : null), [data, needs])
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
