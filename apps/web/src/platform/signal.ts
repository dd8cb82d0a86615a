import { useSyncExternalStore } from 'react'

/** A value that several parts of the page watch, outside React's tree. */
export interface Signal<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

export function signal<T>(first: T): Signal<T> {
  let current = first
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useSignal<T>(watched: Pick<Signal<T>, 'get' | 'subscribe'>): T {
  return useSyncExternalStore(watched.subscribe, watched.get)
}
