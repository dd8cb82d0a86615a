import { type Document, serialize } from 'bson'
import { dispatch } from './dispatch.js'
import { decodeDocument } from './documents.js'
import { Engine } from './engine.js'
import { MemoryStore } from './store/memory-store.fixture.js'

/** What the engine answers: the reply as BSON, and the documents of its batch beside it. */
export interface Answered {
  reply: Uint8Array
  documents: readonly Uint8Array[]
}

/** The engine itself, without process, disk and socket: for simulations, which bring their own. */
export interface EngineInMemory {
  /** Carries out one command, as BSON. Never throws: what goes wrong is the reply. */
  run(command: Uint8Array): Promise<Answered>
  /** To be called every second or so: gives up what nobody has come back for. */
  sweep(): void
  /** Dies and begins anew: open transactions are gone, and so is what was not flushed. */
  restart(): void
}

export function engineInMemory(now: () => number): EngineInMemory {
  let store = new MemoryStore()
  let engine = new Engine(store, now)
  const origin = { address: 'memory', connectionId: 1 }
  return {
    async run(command) {
      const { cursor, fields } = await dispatch(engine, decodeDocument(command), origin, () => {})
      const reply: Document = fields
      return { reply: serialize(reply, { ignoreUndefined: true }), documents: cursor?.documents ?? [] }
    },
    sweep: () => engine.sessions.sweep(),
    restart() {
      store = store.losePower()
      engine = new Engine(store, now)
    },
  }
}
