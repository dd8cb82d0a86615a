import type { DocumentId, Presence, RecordsRoom } from '@camau/protocol'
import type { ChangeRow } from './changes.js'

/** What nodes tell each other. A hint only: the logs in MongoDB are the truth, and whoever misses a message finds it there. */
export interface BusMessages {
  /** A command was committed. */
  change: ChangeRow
  /** A row was appended to a document's log. */
  row: { documentId: DocumentId; epoch: number; seq: number; update: Uint8Array; connectionId: string | null }
  /** Something was taken out of a document: it goes on in the history of this epoch. */
  moved: { documentId: DocumentId; epoch: number }
  /** Offices of these people began or ended: grants are to be asked for again. */
  rights: { personIds: string[] }
  /** The record behind a document changed in a way that may open or close it (minutes agreed, action closed). */
  grant: { documentId: DocumentId }
  /** Who came, moved or left on another node; lost without harm. */
  presence: { node: string; in: DocumentId | RecordsRoom; here: Presence[]; gone: string[] }
  /** A session was ended: its sockets close. */
  session: { sessionId: string }
  /** What was noted for every node under this number has been said: who hears this need not look it up. */
  told: { number: number }
}
export type Topic = keyof BusMessages
/** A message of the bus with its topic. */
export type Said = { [T in Topic]: { topic: T; message: BusMessages[T] } }[Topic]

/** In milliseconds. The bus may lose a message between nodes: what is kept of rights and sessions can at most outlive its end by this. */
export const keptAcrossNodes = 1_000

export interface Publisher {
  publish<T extends Topic>(topic: T, message: BusMessages[T]): void
}

export interface Bus extends Publisher {
  /** Says on this node alone what another one has said. */
  hear<T extends Topic>(topic: T, message: BusMessages[T]): void
  /** Returns what ends the subscription. Also hears what this node publishes. */
  subscribe<T extends Topic>(topic: T, listener: (message: BusMessages[T]) => void): () => void
  close(): Promise<void>
}

/** For a single node: hands messages over within the process. What a listener throws is reported; it must not undo what was announced. */
export function inProcessBus(report: (error: unknown) => void = () => undefined): Bus {
  const listeners = new Map<Topic, Set<(message: never) => void>>()
  const publish: Bus['publish'] = (topic, message) => {
    for (const listener of listeners.get(topic) ?? []) {
      try {
        ;(listener as (message: unknown) => void)(message)
      } catch (error) {
        report(error)
      }
    }
  }
  return {
    publish,
    hear: publish,
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set()
      listeners.set(topic, set.add(listener))
      return () => set.delete(listener)
    },
    close: async () => listeners.clear(),
  }
}
