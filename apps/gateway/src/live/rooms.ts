import { Refusal } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { Log } from '../platform/log.js'
import { compact, isDue, keepRowsFor } from './compaction.js'
import { type DocumentLog, newRow } from './document-log.js'
import { firstContent } from './first-content.js'
import type { LiveDocument } from './live-document.js'
import { type LiveDocuments, liveOf, recordOf } from './live-documents.js'
import { type Loaded, loadDocument } from './load-document.js'
import { oneByOne } from './one-by-one.js'
import type { Pace } from './pace.js'
import { projector } from './projector.js'
import { quietWatch } from './quiet.js'
import { type Committed, Room } from './room.js'

export interface RoomsNeeds {
  log: DocumentLog
  documents: LiveDocuments
  report: Log
  now: () => Date
  clientIds: number
  /** How long a document stays in memory when everybody has left, in milliseconds. */
  linger: number
  sleepAfter: number
  pace: Pace
  upToDate: () => Promise<void> | null
  committing(room: Room): void
  committed(room: Room, rows: readonly Committed[], previous: number): void
  sealed(room: Room): void
}

/** The documents this node has in memory. */
export interface Rooms {
  /** Loads at most once, however many ask at the same time; writes the first content if nobody has. */
  get(id: DocumentId): Promise<Room>
  /** If it is in memory. */
  loaded(id: DocumentId): Room | undefined
  all(): Room[]
  /** Somebody left: a document nobody is in is put away after a while. */
  left(room: Room): void
  /** The document goes on in this history: what is here of another one ends, and what is just being loaded as soon as it is here. */
  moved(id: DocumentId, epoch: number): void
  /** Puts away at once what is shown to nobody any more. */
  drop(room: Room): void
  /** Those not known for so many milliseconds to be all there ask the log, together; what it holds more they read. */
  check(moment: number): Promise<void>
  /** Brings up to date what lists show of documents that were written in just before a crash, until closed. */
  recover(): Promise<void>
  /** Finishes what is on its way to the log, and what lists need to know; the catch-up ends where it is. */
  close(): Promise<void>
}

interface Entry {
  room: Promise<Room>
  here: Room | undefined
  /** The history it went on in while it was in memory, or on its way there. */
  movedTo: number | undefined
}

export function createRooms(needs: RoomsNeeds): Rooms {
  const { log, report, now } = needs
  const rooms = new Map<DocumentId, Entry>()
  const timers = new Map<Room, NodeJS.Timeout>()
  const compacting = new Map<Room, Promise<void>>()
  const projections = projector(needs)
  const watchQuiet = quietWatch(log)
  const tryOut = oneByOne()
  let handles = 0
  const closing = new AbortController()
  const { signal: closed } = closing
  let recovering = Promise.resolve()

  const load = async (id: DocumentId): Promise<Room> => {
    const live = liveOf(needs.documents, id)
    const loaded = (await loadDocument(log, id)) ?? (await begin(id, live))
    const whole = loaded.seq === 0 && !loaded.quarantined ? await begin(id, live) : loaded
    if (whole.quarantined)
      report.error({ documentId: id, seq: whole.seq }, 'the log has a hole or a bad row: read-only until repaired')
    const quiet = watchQuiet(id, whole.epoch, whole.quiet)
    const room = new Room(id, whole, await log.claims(id), ++handles, quiet, {
      ...needs,
      oneByOne: tryOut,
      schema: live.schema,
      committed,
    })
    if (room.projectedSeq < room.seq) projections.soon(room)
    return room
  }
  const begin = async (id: DocumentId, live: LiveDocument): Promise<Loaded> => {
    const write = await live.first(recordOf(id))
    const { epoch } = await log.begin(id)
    const row = newRow(id, epoch, firstContent(write), null, now())
    // Compare-and-set: of two nodes one writes sequence 1, and both go on with what it wrote.
    if ((await log.after(id, epoch, 0)).length === 0) {
      await log.insert([{ ...row, seq: 1 }]).catch(() => {})
    }
    const loaded = await loadDocument(log, id)
    if (!loaded || (loaded.seq === 0 && !loaded.quarantined)) throw new Refusal('unavailable', { retryAfter: 2_000 })
    return loaded
  }
  const committed: RoomsNeeds['committed'] = (room, rows, previous) => {
    needs.committed(room, rows, previous)
    projections.soon(room)
    if (isDue(room.grown.rows, room.grown.bytes, room.grown.snapshotBytes, false)) void tidy(room)
  }
  const tidy = async (room: Room): Promise<void> => {
    if (room.quarantined || room.moved) return
    const running = compacting.get(room) ?? compactNow(room).finally(() => compacting.delete(room))
    compacting.set(room, running)
    await running
  }
  const compactNow = async (room: Room): Promise<void> => {
    const { bytes } = room.grown
    try {
      const snapshot = await compact(log, room.id, now(), keepRowsFor, room.knownFor(keepRowsFor))
      if (!snapshot) return
      const [rows, since] = [room.seq - snapshot.seq, room.grown.bytes - bytes] // what came meanwhile, or a little more
      room.grown = { rows, bytes: since, snapshotBytes: snapshot.bytes }
    } catch (error) {
      report.error({ documentId: room.id, err: error }, 'compaction failed; the log stays as it is')
    }
  }
  const putAway = async (room: Room): Promise<void> => {
    timers.delete(room)
    if (room.members.size > 0) return
    await room.settled()
    await projections.now(room)
    if (closed.aborted) return
    const { rows: count, bytes, snapshotBytes } = room.grown
    if (room.members.size === 0 && isDue(count, bytes, snapshotBytes, true)) await tidy(room)
    if (room.members.size === 0 && !room.busy && !timers.has(room)) drop(room)
  }
  const endIfMoved = ({ here, movedTo }: Entry): void => {
    if (here && movedTo !== undefined && here.epoch !== movedTo) here.end()
  }
  const drop = (room: Room): void => {
    clearTimeout(timers.get(room))
    timers.delete(room)
    if (rooms.get(room.id)?.here === room) rooms.delete(room.id)
  }
  const awaitLeaving = (room: Room): void => {
    if (closed.aborted) return
    clearTimeout(timers.get(room))
    timers.set(
      room,
      setTimeout(() => void putAway(room), needs.linger),
    )
  }

  return {
    get(id) {
      const known = rooms.get(id)
      if (known) {
        if (known.here) awaitLeaving(known.here) // somebody is on their way in
        return known.room
      }
      const entry: Entry = { room: load(id), here: undefined, movedTo: undefined }
      rooms.set(id, entry)
      entry.room.then(
        (room) => {
          entry.here = room
          awaitLeaving(room)
          endIfMoved(entry) // before anybody who waits for it is shown anything
        },
        () => rooms.delete(id),
      )
      return entry.room
    },
    moved(id, epoch) {
      const known = rooms.get(id)
      if (!known) return
      known.movedTo = epoch
      endIfMoved(known)
    },
    drop,
    loaded: (id) => rooms.get(id)?.here,
    all: () => [...rooms.values()].flatMap(({ here }) => here ?? []),
    left: (room) => {
      if (room.members.size === 0 && !room.moved) awaitLeaving(room)
    },
    async check(moment) {
      const at = Date.now()
      const loaded = this.all()
      for (const room of loaded) room.tidy()
      const unsure = loaded.filter((room) => room.isUnsure(at - moment))
      if (unsure.length === 0) return
      const newer = await log.newer(unsure.map(({ id, epoch, seq }) => ({ id, epoch, seq })))
      await Promise.all(unsure.map((room) => (newer.has(room.id) ? room.look() : room.confirm(at))))
    },
    recover() {
      recovering = (async () => {
        for await (const id of log.unprojected(closed)) {
          if (closed.aborted) return
          await this.get(id)
        }
      })()
      return recovering
    },
    async close() {
      closing.abort()
      await recovering.catch(() => {}) // whoever began it is told
      for (const timer of timers.values()) clearTimeout(timer)
      const loaded = await Promise.allSettled([...rooms.values()].map(({ room }) => room))
      for (const one of loaded) {
        if (one.status !== 'fulfilled') continue
        await one.value.settled()
        await projections.now(one.value)
      }
      await projections.close()
      await Promise.all(compacting.values())
    },
  }
}
