import type { Log } from '../platform/log.js'
import type { DocumentLog } from './document-log.js'
import { type LiveDocuments, liveOf, recordOf } from './live-documents.js'
import { pace } from './pace.js'
import type { Room } from './room.js'

const quietFor = 400
const atMost = 2_000
/** Many documents that are typed in at once must not cost more here than in the log: so many milliseconds apart, after so many at once. */
const apart = 50
const atOnce = 10
const again = 5_000

/** Tells features what lists and search need to know of a document, a moment after it was last written in. */
export interface Projector {
  soon(room: Room): void
  now(room: Room): Promise<void>
  /** Finishes what is on its way; nothing more is begun. */
  close(): Promise<void>
}

export interface ProjectorNeeds {
  log: DocumentLog
  documents: LiveDocuments
  report: Pick<Log, 'error'>
}

export function projector({ log, documents, report }: ProjectorNeeds): Projector {
  const due = new Map<Room, { timer: NodeJS.Timeout; since: number }>()
  const { beat } = pace({ perMs: 1 / apart, atOnce, beat: 1, longest: apart })
  const queued = new Set<Room>()
  let turn = Promise.resolve()
  const running = new Set<Promise<void>>()
  let closed = false

  const start = (room: Room): Promise<void> => {
    const run = project(room).finally(() => running.delete(run))
    running.add(run)
    return run
  }
  const project = async (room: Room): Promise<void> => {
    clearTimeout(due.get(room)?.timer)
    due.delete(room)
    const { seq } = room
    if (room.projectedSeq >= seq || room.moved) return
    try {
      // Something may have been taken out of it that this node has not heard of yet: lists must not show it again.
      if ((await log.find(room.id))?.epoch !== room.epoch) return
      await liveOf(documents, room.id).project?.(recordOf(room.id), room.doc)
      await log.projected(room.id, room.epoch, seq)
      room.projectedSeq = Math.max(room.projectedSeq, seq)
    } catch (error) {
      report.error({ documentId: room.id, err: error }, 'what lists show of a document could not be brought up to date')
      schedule(room, again)
    }
  }
  const schedule = (room: Room, wait: number): void => {
    if (closed) return
    const known = due.get(room)
    clearTimeout(known?.timer)
    due.set(room, { timer: setTimeout(() => inTurn(room), wait), since: known?.since ?? Date.now() })
  }
  const inTurn = (room: Room): void => {
    queued.add(room)
    turn = turn.then(beat).then(() => {
      queued.delete(room)
      if (!closed) void start(room)
    })
  }

  return {
    soon(room) {
      if (queued.has(room)) return // it will hold this too
      const now = Date.now()
      const since = due.get(room)?.since ?? now
      schedule(room, Math.max(0, Math.min(quietFor, since + atMost - now)))
    },
    now: start,
    async close() {
      closed = true
      for (const { timer } of due.values()) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}
