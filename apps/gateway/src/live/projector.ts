import type { Log } from '../platform/log.js'
import type { DocumentLog } from './document-log.js'
import { type LiveDocuments, liveOf, recordOf } from './live-documents.js'
import { pace } from './pace.js'
import type { Room } from './room.js'

const quietFor = 400
const atMost = 2_000
/** Many documents that are typed in at once must not cost more here than in the log: so many milliseconds apart, after so many at once. */
const apart = 100
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
  log: Pick<DocumentLog, 'isCurrent' | 'projected'>
  documents: LiveDocuments
  report: Pick<Log, 'error'>
}

export function projector({ log, documents, report }: ProjectorNeeds): Projector {
  const due = new Map<Room, { timer: NodeJS.Timeout; since: number }>()
  const { beat, spend } = pace({ perMs: 1 / apart, atOnce, beat: 0, longest: apart * atOnce })
  const queued = new Set<Room>()
  let isInTurn = false
  const running = new Set<Promise<void>>()
  let closed = false

  const start = (rooms: readonly Room[]): Promise<void> => {
    const run = projectAll(rooms).finally(() => running.delete(run))
    running.add(run)
    return run
  }
  const projectAll = async (rooms: readonly Room[]): Promise<void> => {
    for (const room of rooms) {
      clearTimeout(due.get(room)?.timer)
      due.delete(room)
    }
    const behind = rooms.filter((room) => room.projectedSeq < room.seq && !room.moved)
    if (behind.length === 0) return
    try {
      const done = await Promise.all(behind.map(project))
      await note(done.flatMap((one) => one ?? []))
    } catch (error) {
      for (const room of behind) failed(room, error)
    }
  }
  const project = async (room: Room): Promise<{ room: Room; seq: number } | null> => {
    const { id, epoch, seq } = room
    try {
      // Something may have been taken out of it that this node has not heard of yet, or a later state been told: lists must not go back.
      await liveOf(documents, id).project?.(recordOf(id), room.doc, log.isCurrent(id, epoch, seq))
      return { room, seq }
    } catch (error) {
      failed(room, error)
      return null
    }
  }
  const note = async (done: readonly { room: Room; seq: number }[]): Promise<void> => {
    if (done.length === 0) return
    await log.projected(done.map(({ room: { id, epoch }, seq }) => ({ id, epoch, seq })))
    for (const { room, seq } of done) room.projectedSeq = Math.max(room.projectedSeq, seq)
  }
  const failed = (room: Room, error: unknown): void => {
    report.error({ documentId: room.id, err: error }, 'what lists show of a document could not be brought up to date')
    schedule(room, again)
  }
  const schedule = (room: Room, wait: number): void => {
    if (closed) return
    const known = due.get(room)
    clearTimeout(known?.timer)
    due.set(room, { timer: setTimeout(() => inTurn(room), wait), since: known?.since ?? Date.now() })
  }
  const inTurn = (room: Room): void => {
    queued.add(room)
    if (!isInTurn) void takeTurn()
  }
  const takeTurn = async (): Promise<void> => {
    isInTurn = true
    await beat()
    isInTurn = false
    const rooms = [...queued].slice(0, atOnce)
    for (const room of rooms) queued.delete(room)
    spend(rooms.length)
    if (queued.size > 0) void takeTurn()
    if (!closed) void start(rooms)
  }

  return {
    soon(room) {
      if (queued.has(room)) return // it will hold this too
      const now = Date.now()
      const since = due.get(room)?.since ?? now
      schedule(room, Math.max(0, Math.min(quietFor, since + atMost - now)))
    },
    now: (room) => start([room]),
    async close() {
      closed = true
      for (const { timer } of due.values()) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}
