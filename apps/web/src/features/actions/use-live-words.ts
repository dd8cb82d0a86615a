import type { Draft, Status } from '@camau/collab'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useConnection } from '../../platform/live'
import { type LiveWords, openWords } from './live-words'

export interface WordsHere {
  /** null until they are here. */
  live: LiveWords | null
  /** They will not come: no right, or no such document. */
  refused: boolean
  status: Status | null
  draft: Draft | null
  /** Does it once they are here, also when the component is gone by then: what was typed quickly is not lost. */
  later: (write: (live: LiveWords) => void) => void
}

/** An action's words for as long as the component is shown. */
export function useLiveWords(actionId: string): WordsHere {
  const connection = useConnection()
  const [live, setLive] = useState<LiveWords | null>(null)
  const [refused, setRefused] = useState(false)
  const arrival = useRef<Promise<LiveWords> | null>(null)
  useEffect(() => {
    let gone = false
    const coming = openWords(connection, actionId)
    arrival.current = coming
    coming.then(
      (words) => !gone && setLive(words),
      () => setRefused(true),
    )
    return () => {
      gone = true
      setLive(null)
      // After whatever was still to be written once they are here.
      void coming.then((words) => setTimeout(words.close)).catch(() => {})
    }
  }, [connection, actionId])
  const status = useSyncExternalStore(live?.status.subscribe ?? never, () => live?.status.get() ?? null)
  const later = useCallback((write: (live: LiveWords) => void) => void arrival.current?.then(write).catch(() => {}), [])
  return { live, refused, status, draft: live?.draft() ?? null, later }
}

const never = () => () => {}
