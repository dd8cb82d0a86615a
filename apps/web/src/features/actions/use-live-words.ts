import type { Draft } from '@camau/collab'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useConnection } from '../../platform/live'
import { useOffline } from '../../platform/use-offline'
import type { EarlyTitle } from './kept-titles'
import { type LiveWords, openWords } from './live-words'
import { useShownTitle } from './use-shown-title'
import { writeTitle } from './write-title'

export interface WordsHere {
  /** null until they are here. */
  live: LiveWords | null
  /** Rises when they are opened anew: a field that showed those before must not bring them into these. */
  opening: number
  /** They will not come: no right, or no such document. */
  refused: boolean
  /** There is no line for them to come by: what was typed now, only this page would hold. */
  waiting: boolean
  /** Nothing is to be written into them now. */
  readOnly: boolean
  /** Words that were not taken, and the way to let go of them. */
  draft: { text: string; letGo: () => void } | null
  /** Writes a title once they are here, also when the component is gone by then: what was typed quickly is not lost. */
  titleLater: (early: Omit<EarlyTitle, 'actionId'>) => void
}

/** An action's words for as long as the component is shown. */
export function useLiveWords(actionId: string): WordsHere {
  const connection = useConnection()
  const show = useShownTitle(actionId)
  const offline = useOffline()
  const [waiting, setWaiting] = useState(false)
  const [live, setLive] = useState<LiveWords | null>(null)
  const [refused, setRefused] = useState(false)
  const arrival = useRef<Promise<LiveWords> | null>(null)
  const lost = useRef<Draft | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [opening, setOpening] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for the words once more.
  useEffect(() => {
    let gone = false
    const coming = openWords(connection, actionId)
    arrival.current = coming
    setRefused(false)
    coming.then(
      (words) => !gone && setLive(words),
      () => !gone && setRefused(true),
    )
    return () => {
      gone = true
      setLive(null)
      setOpening((n) => n + 1)
      // After whatever was still to be written once they are here.
      void coming.then((words) => setTimeout(words.close)).catch(() => {})
    }
  }, [connection, actionId, attempt])
  const mayWait = offline && !live && !refused
  useEffect(() => {
    // What this device has is here by then.
    const timer = mayWait && setTimeout(() => setWaiting(true), 1_000)
    return () => {
      if (timer) clearTimeout(timer)
      setWaiting(false)
    }
  }, [mayWait])
  const status = useSyncExternalStore(live?.status.subscribe ?? never, () => live?.status.get() ?? null)
  // Something was taken out of them: what is here must not stay on the screen; what was not sent does.
  const isStale = status?.because === 'stale-epoch'
  useEffect(() => {
    if (!isStale) return
    lost.current = live?.draft() ?? null
    setAttempt((n) => n + 1)
  }, [isStale, live])
  const { person = '' } = connection
  const titleLater = useCallback(
    (early: Omit<EarlyTitle, 'actionId'>) =>
      void (arrival.current && writeTitle(arrival.current, { ...early, actionId }, { person, show })),
    [actionId, person, show],
  )
  const letGo = () => {
    lost.current = null
    const again = () => setAttempt((n) => n + 1)
    void Promise.resolve(live?.discardDraft()).then(again, again)
  }
  const unsent = live?.draft() ?? lost.current
  const draft = unsent && { text: unsent.text, letGo }
  const readOnly = refused || waiting || (live?.readOnly() ?? false)
  return { live, opening, refused, waiting, readOnly, draft, titleLater }
}

const never = () => () => {}
