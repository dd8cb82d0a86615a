import { useApolloClient } from '@apollo/client/react'
import type { RecordsConnection } from '@camau/collab/records'
import { useEffect, useRef } from 'react'
import { rightsMoved, sessionEnded } from './platform/session'

/**
 * What the server tells a connection, and what it could not tell one that was away: rights moved, the session ended.
 * `onRights` reads the viewer again, and says whether offices came or went.
 */
export function useNotices(connection: RecordsConnection, onRights: () => Promise<boolean>): void {
  const client = useApolloClient()
  const first = useRef(connection)
  useEffect(() => {
    const look = () => {
      if (connection.status.get().because === 'not-signed-in') sessionEnded.set(true)
    }
    const moved = () => {
      rightsMoved.set(rightsMoved.get() + 1)
      void client.refetchQueries({ include: 'active' })
    }
    const { line } = connection.channel
    // Another one follows a sign-in in place: what was done since the session ended was told to neither of them.
    let hasMissed = connection !== first.current
    let wasAway = hasMissed
    const catchUp = (differ: boolean) => {
      if (differ || hasMissed) moved()
      hasMissed = false
    }
    const lookAgain = () => {
      const { state } = line.get()
      const isBack = state === 'connected' && wasAway
      wasAway = state === 'broken' || (wasAway && state !== 'connected')
      if (isBack) onRights().then(catchUp, hasMissed ? moved : ignored)
    }
    const stops = [
      connection.status.subscribe(look),
      connection.onNotice(({ code }) => {
        if (code === 'session-ended') sessionEnded.set(true)
        if (code !== 'rights-changed') return
        onRights().catch(ignored)
        moved()
      }),
      line.subscribe(lookAgain),
    ]
    look()
    lookAgain()
    return () => {
      for (const stop of stops) stop()
    }
  }, [connection, client, onRights])
}

/** Without an answer the page stays as it is until it is told again, or the line comes back once more. */
const ignored = (): void => undefined
