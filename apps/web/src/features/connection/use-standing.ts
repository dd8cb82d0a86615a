import { useEffect, useState } from 'react'
import { useCommandQueue } from '../../platform/commands'
import { useConnection } from '../../platform/live'
import { sessionEnded } from '../../platform/session'
import { useSignal } from '../../platform/signal'
import { type Standing, standingOf } from './standing'

// Ordinary typing must not flicker.
const shownAfter = 400

/** The connection, the commands and the session together. */
export function useStanding(): Standing {
  const line = useSignal(useConnection().status)
  const queue = useCommandQueue()
  const commands = useSignal(queue.kept)
  const onlyHere = useSignal(queue.onlyHere)
  const ended = useSignal(sessionEnded)
  const online = useOnline()
  const refused = commands.filter((command) => command.refused).length
  const waiting = commands.length - refused
  const long = useForAWhile(line.kept + waiting > 0)
  return standingOf({ line, waiting, refused, onlyHere, online, sessionEnded: ended, long })
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}

/** True once something has been so for 400 ms. */
function useForAWhile(now: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!now) return setLong(false)
    const timer = setTimeout(() => setLong(true), shownAfter)
    return () => clearTimeout(timer)
  }, [now])
  return now && long
}
