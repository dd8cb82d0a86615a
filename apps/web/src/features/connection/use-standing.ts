import { useEffect, useState } from 'react'
import { useCommandQueue } from '../../platform/commands'
import { useConnection } from '../../platform/live'
import { sessionEnded } from '../../platform/session'
import { useSignal } from '../../platform/signal'

/** The four words, from what the server has made durable, not from the state of the wire. */
export interface Standing {
  state: 'saved' | 'saving' | 'offline' | 'attention'
  /** What only this device holds. */
  kept: number
  /** Edits to texts among it. */
  edits: number
}

const shownAfter = 400

export function useStanding(): Standing {
  const status = useSignal(useConnection().status)
  const commands = useSignal(useCommandQueue().kept)
  const ended = useSignal(sessionEnded)
  const online = useOnline()
  const waiting = commands.filter(({ refused }) => !refused).length
  const kept = status.kept + waiting
  const refused = commands.length > waiting
  const long = useForAWhile(kept > 0)
  const base = { kept, edits: status.kept }
  if (refused || ended || status.state === 'attention') return { state: 'attention', ...base }
  if (!online || status.state === 'offline') return { state: 'offline', ...base }
  // Ordinary typing must not flicker.
  return { state: kept > 0 && long ? 'saving' : 'saved', ...base }
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
