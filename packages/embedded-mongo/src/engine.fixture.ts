import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Document, deserialize, Long, UUID } from 'bson'
import { dispatch } from './dispatch.js'
import { decodeDocument, encodeDocument } from './documents.js'
import { Engine } from './engine.js'
import { MemoryStore } from './store/memory-store.fixture.js'
import type { KeyValueStore } from './store/port.js'

/** An engine spoken to command by command, as if by a driver, without a socket in between. */
export interface SpokenEngine {
  readonly engine: Engine
  readonly faults: string[]
  /** Sends a command and returns its reply, whatever it says. */
  run(command: Document): Promise<Document>
  /** As `run`; throws when the reply is an error. */
  must(command: Document): Promise<Document>
}

export function anEngine(store: KeyValueStore = new MemoryStore(), now: () => number = Date.now): SpokenEngine {
  const engine = new Engine(store, now)
  const faults: string[] = []
  const origin = { address: 'test', connectionId: 1 }
  const run = async (command: Document): Promise<Document> => {
    // A real command comes in by a socket, in a turn of its own: without it, clients that try again starve the disk.
    await nextTurn()
    const sent = decodeDocument(encodeDocument({ ...command, $db: command.$db ?? 'test' }))
    const { cursor, fields } = await dispatch(engine, sent, origin, (line) => faults.push(line))
    const batch = cursor && { [cursor.field]: cursor.documents.map((bytes) => deserialize(bytes)), ...cursor.rest }
    return deserialize(encodeDocument({ ...(batch && { cursor: batch }), ...fields }), { promoteLongs: false })
  }
  const must = async (command: Document): Promise<Document> => {
    const reply = await run(command)
    if (reply.ok !== 1) throw new Error(`${reply.code} ${reply.errmsg}`)
    return reply
  }
  return { engine, faults, run, must }
}

/** A session's fields for the commands of one transaction: `begin()` for the first, `go()` for the others. */
export function aSession() {
  const lsid = { id: new UUID().toBinary() }
  let number = 0
  const fields = () => ({ lsid, txnNumber: Long.fromNumber(number), autocommit: false })
  return {
    lsid,
    begin: (): Document => {
      number++
      return { ...fields(), startTransaction: true }
    },
    go: fields,
    commit: (): Document => ({ commitTransaction: 1, ...fields(), $db: 'admin' }),
    abort: (): Document => ({ abortTransaction: 1, ...fields(), $db: 'admin' }),
    /** For a retryable write outside any transaction. */
    write: (txnNumber: number): Document => ({ lsid, txnNumber: Long.fromNumber(txnNumber) }),
  }
}

/** The documents of a reply's batch. */
export function batchOf({ cursor }: Document): Document[] {
  return cursor.firstBatch ?? cursor.nextBatch
}
