import { randomUUID } from 'node:crypto'
import type { CaretMoved, DocumentId, Presence, PresenceChanged, RecordsRoom, Whereabouts } from '@camau/protocol'
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
  /** Carets that moved and were not told yet, of one connection or of all: whoever takes them tells them. */
  takeCarets(room: DocumentId, connectionId?: string): CaretMoved[]
  close(): void
}

interface Board {
  people: Map<string, Presence>
  /** Present on another node, and when that node last said so. */
  elsewhere: Map<string, number>
  came: Set<string>
  moved: Set<string>
  gone: Set<string>
  /** Of this node, and not told to the others yet. */
  untold: Set<string>
  /** The newest key. */
  keys: number
  timer: NodeJS.Timeout | undefined
}

const few = 10
const quick = 50
const slow = 100
/** Another node's people are told again this often; when it falls silent they are forgotten, and gone from screens within 15 s. */
const retold = 5_000
const forgotten = 10_000

export function presenceBoard(bus: Bus, send: SendPresence): PresenceBoard {
  const node = randomUUID()
  const boards = new Map<PresenceRoom, Board>()
  const boardOf = (room: PresenceRoom): Board => {
    const board = boards.get(room) ?? {
      people: new Map(),
      elsewhere: new Map(),
      came: new Set(),
      moved: new Set(),
      gone: new Set(),
      untold: new Set(),
      keys: 0,
      timer: undefined,
    }
    boards.set(room, board)
    return board
  }

  const tell = (room: PresenceRoom, board: Board): void => {
    board.timer = undefined
    const people = (ids: Iterable<string>) => [...ids].flatMap((id) => board.people.get(id) ?? [])
    const here = people(board.came)
    const moved = people(board.moved).map(({ key, at }): [number, Whereabouts] => [key, at])
    const gone = [...board.gone]
    const left = gone.filter((id) => !board.elsewhere.delete(id))
    const own = people(board.untold)
    if (here.length + moved.length + gone.length > 0)
      send(room, {
        in: room,
        ...(here.length > 0 && { here }),
        ...(moved.length > 0 && { moved }),
        ...(gone.length > 0 && { gone }),
      })
    if (own.length + left.length > 0) bus.publish('presence', { node, in: room, here: own, gone: left })
    for (const told of [board.came, board.moved, board.gone, board.untold]) told.clear()
    if (board.people.size === 0) boards.delete(room)
  }
  /** Notes where somebody is now. Who was here already has only moved. */
  const note = (board: Board, one: Omit<Presence, 'key'>): void => {
    const { connectionId } = one
    const known = board.people.get(connectionId)
    const isSame = known?.personId === one.personId && known.clientId === one.clientId
    if (isSame && JSON.stringify(known.at) === JSON.stringify(one.at)) return
    board.people.set(connectionId, { ...one, key: known?.key ?? ++board.keys })
    board.gone.delete(connectionId)
    if (!board.came.has(connectionId)) (isSame ? board.moved : board.came).add(connectionId)
  }
  const soon = (room: PresenceRoom, board: Board): void => {
    board.timer ??= setTimeout(() => tell(room, board), board.people.size <= few ? quick : slow)
  }
  const leave = (room: PresenceRoom, connectionId: string): void => {
    const board = boards.get(room)
    if (!board?.people.delete(connectionId)) return
    for (const told of [board.came, board.moved, board.untold]) told.delete(connectionId)
    board.gone.add(connectionId)
    soon(room, board)
  }

  const stop = bus.subscribe('presence', (message) => {
    if (message.node === node || (message.here.length === 0 && !boards.has(message.in))) return
    const board = boardOf(message.in)
    for (const one of message.here) {
      note(board, one)
      board.elsewhere.set(one.connectionId, performance.now())
    }
    for (const id of message.gone) leave(message.in, id)
    soon(message.in, board)
  })
  const retelling = setInterval(() => {
    for (const [room, board] of boards) {
      const own = [...board.people.values()].filter(({ connectionId }) => !board.elsewhere.has(connectionId))
      if (own.length > 0) bus.publish('presence', { node, in: room, here: own, gone: [] })
      for (const [id, at] of board.elsewhere) if (performance.now() - at > forgotten) leave(room, id)
    }
  }, retold)

  return {
    here: (room) => [...(boards.get(room)?.people.values() ?? [])],
    put(room, { socket, personId, viewer }, at, clientId) {
      const board = boardOf(room)
      const known = board.people.get(socket.id)
      const who = known ?? {
        connectionId: socket.id,
        personId,
        name: viewer.name,
        initials: initialsOf(viewer.name),
        colour: colourFor(personId, [...board.people.values()]),
      }
      const id = clientId ?? known?.clientId
      note(board, { ...who, at, ...(id !== undefined && { clientId: id }) })
      board.untold.add(socket.id)
      soon(room, board)
    },
    remove: leave,
    takeCarets(room, connectionId) {
      const board = boards.get(room)
      if (!board || board.moved.size === 0) return []
      const taken = [...board.moved].filter((id) => connectionId === undefined || id === connectionId)
      const moved = taken.flatMap((id) => board.people.get(id) ?? [])
      for (const id of taken) board.moved.delete(id)
      return moved.map(({ key, at }) => [key, at && 'caret' in at ? at.caret : null])
    },
    close() {
      stop()
      clearInterval(retelling)
      for (const board of boards.values()) clearTimeout(board.timer)
    },
  }
}

export type SendPresence = (room: PresenceRoom, message: PresenceChanged) => void

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
