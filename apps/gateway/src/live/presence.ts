import { randomUUID } from 'node:crypto'
import type { DocumentId, Presence, RecordsRoom, Whereabouts } from '@camau/protocol'
import type { Bus } from '../platform/bus.js'
import { initialsOf } from '../platform/naming.js'
import type { Caller } from './caller.js'

export type PresenceRoom = DocumentId | RecordsRoom

/** Who is where. Told in handfuls, never stored, first to be dropped: a caret that arrives late is no caret. */
export interface PresenceBoard {
  /** Who is in the room, on all nodes. */
  here(room: PresenceRoom): Presence[]
  /** The caller came in, or moved. Who they are is taken from the session. */
  put(room: PresenceRoom, caller: Caller, at: Whereabouts, clientId?: number): void
  remove(room: PresenceRoom, connectionId: string): void
  close(): void
}

interface Board {
  people: Map<string, Presence>
  /** Present on another node, and when that node last said so. */
  elsewhere: Map<string, number>
  moved: Set<string>
  gone: Set<string>
  timer: NodeJS.Timeout | undefined
}

const few = 10
const quick = 50
const slow = 100
/** Another node's people are told again this often, and forgotten when it falls silent. */
const retold = 5_000
const forgotten = 15_000

export function presenceBoard(bus: Bus, send: SendPresence): PresenceBoard {
  const node = randomUUID()
  const boards = new Map<PresenceRoom, Board>()
  const boardOf = (room: PresenceRoom): Board => {
    const board = boards.get(room) ?? {
      people: new Map(),
      elsewhere: new Map(),
      moved: new Set(),
      gone: new Set(),
      timer: undefined,
    }
    boards.set(room, board)
    return board
  }

  const tell = (room: PresenceRoom, board: Board): void => {
    board.timer = undefined
    const here = [...board.moved].flatMap((id) => board.people.get(id) ?? [])
    const gone = [...board.gone]
    const own = here.filter(({ connectionId }) => !board.elsewhere.has(connectionId))
    const left = gone.filter((id) => !board.elsewhere.delete(id))
    board.moved.clear()
    board.gone.clear()
    send(room, { in: room, here, gone })
    if (own.length + left.length > 0) bus.publish('presence', { node, in: room, here: own, gone: left })
    if (board.people.size === 0) boards.delete(room)
  }
  const soon = (room: PresenceRoom, board: Board): void => {
    board.timer ??= setTimeout(() => tell(room, board), board.people.size <= few ? quick : slow)
  }
  const leave = (room: PresenceRoom, connectionId: string): void => {
    const board = boards.get(room)
    if (!board?.people.delete(connectionId)) return
    board.moved.delete(connectionId)
    board.gone.add(connectionId)
    soon(room, board)
  }

  const stop = bus.subscribe('presence', (message) => {
    if (message.node === node || (message.here.length === 0 && !boards.has(message.in))) return
    const board = boardOf(message.in)
    for (const one of message.here) {
      board.people.set(one.connectionId, one)
      board.elsewhere.set(one.connectionId, Date.now())
      board.moved.add(one.connectionId)
    }
    for (const id of message.gone) leave(message.in, id)
    soon(message.in, board)
  })
  const retelling = setInterval(() => {
    for (const [room, board] of boards) {
      const own = [...board.people.values()].filter(({ connectionId }) => !board.elsewhere.has(connectionId))
      if (own.length > 0) bus.publish('presence', { node, in: room, here: own, gone: [] })
      for (const [id, at] of board.elsewhere) if (Date.now() - at > forgotten) leave(room, id)
    }
  }, retold)

  return {
    here: (room) => [...(boards.get(room)?.people.values() ?? [])],
    put(room, { socket, personId, viewer }, at, clientId) {
      const board = boardOf(room)
      const known = board.people.get(socket.id)
      const one = known ?? {
        connectionId: socket.id,
        personId,
        name: viewer.name,
        initials: initialsOf(viewer.name),
        colour: colourFor(personId, [...board.people.values()]),
        at,
      }
      const id = clientId ?? known?.clientId
      board.people.set(socket.id, { ...one, at, ...(id !== undefined && { clientId: id }) })
      board.gone.delete(socket.id)
      board.moved.add(socket.id)
      soon(room, board)
    },
    remove: leave,
    close() {
      stop()
      clearInterval(retelling)
      for (const board of boards.values()) clearTimeout(board.timer)
    },
  }
}

export type SendPresence = (room: PresenceRoom, message: { in: PresenceRoom; here: Presence[]; gone: string[] }) => void

const colours = 8

/** The same for one person wherever possible; another one only while somebody else in the room has it. */
function colourFor(personId: string, others: readonly Presence[]): number {
  const mine = others.find((one) => one.personId === personId)
  if (mine) return mine.colour
  let hash = 0
  for (const character of personId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  const taken = new Set(others.map(({ colour }) => colour))
  for (let step = 0; step < colours; step++) {
    const colour = ((hash + step) % colours) + 1
    if (!taken.has(colour)) return colour
  }
  return (hash % colours) + 1
}
