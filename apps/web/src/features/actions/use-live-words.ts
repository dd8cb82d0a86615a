import type { Draft, Status } from '@camau/collab'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useConnection } from '../../platform/live'
import { type LiveWords, openWords } from './live-words'

export interface WordsHere {
  /** null until they are here. */
  live: LiveWords | null
  /** They will not come: no right, or no such document. */
  refused: boolean
  status: Status | null
  draft: Draft | null
}

/** An action's words for as long as the component is shown. */
export function useLiveWords(actionId: string): WordsHere {
  const connection = useConnection()
  const [live, setLive] = useState<LiveWords | null>(null)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    let gone = false
    let opened: LiveWords | null = null
    openWords(connection, actionId).then(
      (words) => {
        if (gone) return words.close()
        opened = words
        setLive(words)
      },
      () => setRefused(true),
    )
    return () => {
      gone = true
      setLive(null)
      opened?.close()
    }
  }, [connection, actionId])
  const status = useSyncExternalStore(live?.status.subscribe ?? never, () => live?.status.get() ?? null)
  return { live, refused, status, draft: live?.draft() ?? null }
}

const never = () => () => {}
