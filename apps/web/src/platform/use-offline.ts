import { useSyncExternalStore } from 'react'
import { useConnection } from './live'
import { useSignal } from './signal'

/** Whether the line is there, for words that depend on it. The browser often knows before the channel does. */
export function useOffline(): boolean {
  const broken = useSignal(useConnection().status).state === 'offline'
  const online = useSyncExternalStore(onLineChange, () => navigator.onLine)
  return broken || !online
}

function onLineChange(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
