/** A value that can be read now and followed: the shape `useSyncExternalStore` wants. */
export interface Watchable<T> {
  get(): T
  /** Returns what ends the subscription. */
  subscribe(listener: () => void): () => void
}

export interface Settable<T> extends Watchable<T> {
  set(value: T): void
}

/** Tells its listeners only when the value is another one; `same` says what counts as the same. */
export function watchable<T>(first: T, same: (a: T, b: T) => boolean = Object.is): Settable<T> {
  let current = first
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      if (same(current, value)) return
      current = value
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
