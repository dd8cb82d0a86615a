import { Refusal } from '@camau/domain'
import type { OpenedRecords, RecordsChanged, RecordsRoom } from '@camau/protocol'
import type { Bus } from '../platform/bus.js'
import type { ChangeRow, Changes, Redact } from '../platform/changes.js'
import type { Log } from '../platform/log.js'
import type { Caller, LiveServer } from './caller.js'

export interface FeedNeeds {
  io: LiveServer
  bus: Bus
  changes: Changes
  redact: Redact
  now: () => Date
  report: Pick<Log, 'error'>
}

/** Carries committed commands to whoever has their room open, without a gap, each seeing only what is for their eyes. */
export interface Feed {
  open(caller: Caller, room: RecordsRoom, since: number | undefined): Promise<Omit<OpenedRecords, 'people'>>
  leave(caller: Caller, room: RecordsRoom): void
  close(): void
}

interface Followed {
  /** The last row handed out; undefined until the head has been read. */
  seq: number | undefined
  callers: Set<Caller>
  /** Callers on their way in: the room is not forgotten meanwhile. */
  opening: number
  /** One thing at a time: rows, catching up and opening never overtake each other. */
  turn: Promise<unknown>
}

/** A lost message is found at the latest after this time. */
const checkEvery = 5_000
/** Whoever comes for the first time has asked for what they show a moment ago: what happened meanwhile is told them, once more at worst. */
const justBefore = 20_000

export function createFeed({ io, bus, changes, redact, now, report }: FeedNeeds): Feed {
  const rooms = new Map<RecordsRoom, Followed>()

  const inTurn = <T>(followed: Followed, work: () => Promise<T>): Promise<T> => {
    const done = followed.turn.then(work)
    followed.turn = done.catch(() => {})
    return done
  }

  const hand = (room: RecordsRoom, followed: Followed, row: ChangeRow): void => {
    followed.seq = row.seq
    const sameEyes = new Map<string, { message: RecordsChanged; sockets: string[] }>()
    for (const caller of followed.callers) {
      if (!caller.records.has(room)) continue
      const message = redact(caller.viewer, row)
      // The same record may be new to one and gone for another.
      const eyes = JSON.stringify(message.patches.map(({ type, id, fields }) => [type, id, 'gone' in fields]))
      const group = sameEyes.get(eyes) ?? { message, sockets: [] }
      group.sockets.push(caller.socket.id)
      sameEyes.set(eyes, group)
    }
    // Each version is written as a frame once, for all sockets that see the same.
    for (const { message, sockets } of sameEyes.values()) io.to(sockets).emit('records:changed', message)
  }

  /** Too far behind to hand out row by row: whoever follows must fetch again. The last row tells them so: its number is not the next. */
  const skip = async (room: RecordsRoom, followed: Followed): Promise<void> => {
    const head = await changes.head(room)
    followed.seq = head
    const [last] = (await changes.since(room, head - 1)) ?? []
    if (last) hand(room, followed, last)
  }

  const catchUp = async (room: RecordsRoom, followed: Followed): Promise<void> => {
    if (followed.seq === undefined) {
      followed.seq = await changes.head(room)
      return
    }
    const rows = await changes.since(room, followed.seq)
    if (rows === null) await skip(room, followed)
    else for (const row of rows) if (row.seq === (followed.seq ?? 0) + 1) hand(room, followed, row)
  }

  const take = async (followed: Followed, row: ChangeRow): Promise<void> => {
    if (followed.seq !== undefined && row.seq <= followed.seq) return
    if (followed.seq !== undefined && row.seq === followed.seq + 1) hand(row.room, followed, row)
    else await catchUp(row.room, followed)
  }

  const quietly = (work: Promise<unknown>): void => {
    work.catch((error) =>
      report.error({ err: error }, 'a change could not be handed on; it is read from the log later'),
    )
  }
  const stop = bus.subscribe('change', (row) => {
    const followed = rooms.get(row.room)
    if (followed) quietly(inTurn(followed, () => take(followed, row)))
  })
  const checking = setInterval(() => {
    for (const [room, followed] of rooms) quietly(inTurn(followed, () => catchUp(room, followed)))
  }, checkEvery)

  const forget = (room: RecordsRoom, followed: Followed): void => {
    if (followed.callers.size === 0 && followed.opening === 0 && rooms.get(room) === followed) rooms.delete(room)
  }

  return {
    async open(caller, room, since) {
      let { version } = caller
      await changes.enter(caller.viewer, room)
      const followed = rooms.get(room) ?? newlyFollowed()
      rooms.set(room, followed)
      followed.opening++
      const opened = inTurn(followed, async () => {
        await catchUp(room, followed)
        const seq = followed.seq ?? 0
        const from = since ?? (await changes.headAt(room, new Date(now().getTime() - justBefore)))
        const rows = from === seq ? [] : from > seq ? null : await changes.since(room, from)
        // Rights moved meanwhile: what counts is whether they may come in now.
        while (caller.version !== version) {
          version = caller.version
          await changes.enter(caller.viewer, room)
        }
        if (caller.socket.disconnected) throw new Refusal('not-open') // left meanwhile: nobody would take them out again
        followed.callers.add(caller)
        caller.records.add(room)
        void caller.socket.join(room)
        const missed = rows?.filter((row) => row.seq <= seq).map((row) => redact(caller.viewer, row)) ?? null
        return { seq, missed }
      })
      return opened.finally(() => {
        followed.opening--
        forget(room, followed)
      })
    },
    leave(caller, room) {
      caller.records.delete(room)
      void caller.socket.leave(room)
      const followed = rooms.get(room)
      followed?.callers.delete(caller)
      if (followed) forget(room, followed)
    },
    close() {
      stop()
      clearInterval(checking)
    },
  }
}

const newlyFollowed = (): Followed => ({ seq: undefined, callers: new Set(), opening: 0, turn: Promise.resolve() })
