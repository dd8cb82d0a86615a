import { deleteSetHash } from '@camau/collab'
import { Refusal, type RefusalCode } from '@camau/domain'
import type { Answer, ClientEvents, DocumentId, OpenedDocument } from '@camau/protocol'
import { type Checked, parseClientMessage } from '@camau/protocol/parse'
import * as Y from 'yjs'
import type { Log } from '../platform/log.js'
import type { Sessions } from '../platform/session.js'
import { type Allowance, allowance } from './allowance.js'
import { refusalFor } from './answer.js'
import type { Caller, LiveSocket, Member } from './caller.js'
import type { Feed } from './feed.js'
import type { Grants } from './grants.js'
import type { LiveLimits } from './limits.js'
import type { PresenceBoard } from './presence.js'
import { assemble } from './pushes.js'
import type { Room } from './room.js'
import type { Rooms } from './rooms.js'

export interface ChannelNeeds {
  rooms: Rooms
  feed: Feed
  presence: PresenceBoard
  grants: Grants
  sessions: Sessions
  limits: LiveLimits
  report: Log
  now: () => Date
  /** Shared by all sockets of one person. */
  allowances: (personId: string) => PersonAllowance
  isDraining: () => boolean
}

export interface PersonAllowance {
  pushes: Allowance
  bytes: Allowance
  presence: Allowance
  opens: Allowance
}

export function personAllowance(limits: LiveLimits): PersonAllowance {
  return {
    pushes: allowance(limits.pushes, limits.pushes * 2),
    bytes: allowance(limits.bytes, limits.bytes * 60),
    presence: allowance(limits.presence, limits.presence * 2),
    opens: allowance(limits.opens, limits.opens * 4),
  }
}

/** What counts as hostile: nobody sends it by mistake. */
const hostile: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['malformed', 'unknown-content', 'foreign-client'])

/** Everything a socket may ask: distrust, check, keep, tell. */
export function serve(needs: ChannelNeeds, caller: Caller): void {
  const { rooms, feed, presence, grants, limits, report } = needs
  const { socket } = caller
  const allowed = needs.allowances(caller.personId)

  const mayAsk = (what: keyof PersonAllowance, cost = 1): void => {
    if (!grants.holds(caller)) throw new Refusal('not-signed-in')
    const retryAfter = allowed[what].take(cost, performance.now())
    if (retryAfter > 0) throw new Refusal('too-fast', { retryAfter })
  }
  const strike = (code: RefusalCode): void => {
    if (hostile.has(code) && caller.strikes.take(1, performance.now()) > 0) socket.disconnect(true)
  }
  const ask = <Event extends Asking, T>(event: Event, handle: (message: Checked<Event>) => Promise<T>): void => {
    on(socket, event, async (raw, answer) => {
      const reply = await replyTo(event, raw, handle)
      if (typeof answer === 'function') answer(reply)
    })
  }
  const replyTo = async <Event extends Asking, T>(
    event: Event,
    raw: unknown,
    handle: (message: Checked<Event>) => Promise<T>,
  ): Promise<Answer<T & object>> => {
    try {
      mayAsk('opens')
      const message = parseClientMessage(event, raw)
      if (!message) throw new Refusal('malformed')
      needs.sessions.active(caller.session.id)
      return { ok: true, ...(await handle(message)) } as Answer<T & object>
    } catch (error) {
      const refusal = refusalFor(error, report, event)
      strike(refusal.code)
      return { ok: false, ...refusal }
    }
  }

  // ── documents ──
  ask('document:open', async ({ documentId, clientId, stateVector, epoch }) => {
    if (needs.isDraining()) throw new Refusal('unavailable', { retryAfter: 2_000 })
    if (caller.documents.size >= limits.opened && !caller.documents.has(documentId))
      throw new Refusal('too-many-connections')
    // Asked before the document is loaded: who may not see it must not be able to make us load it.
    await grants.enter(caller, documentId)
    const room = await rooms.get(documentId)
    const grant = await grants.enter(caller, documentId)
    if (socket.disconnected) throw new Refusal('not-open')
    // Put away meanwhile: a second copy of a document on one node must never come to be.
    if (rooms.loaded(documentId) !== room) throw new Refusal('unavailable', { retryAfter: 50 })
    leaveDocument(needs, caller, documentId)
    const member: Member = {
      caller,
      documentId,
      grant,
      asking: null,
      closed: false,
      barred: null,
      n: 0,
      turn: Promise.resolve(),
      parts: null,
      lagging: null,
    }
    caller.documents.set(documentId, member)
    room.members.add(member)
    // Joined and answered within one turn: no row can fall between.
    void socket.join(documentId)
    const people = presence.here(documentId)
    presence.put(documentId, caller, null, clientId)
    return opened(room, member, epoch === room.epoch ? stateVector : undefined, people)
  })

  ask('document:sync', async ({ documentId, epoch, stateVector, deleteSet }) => {
    const { member, room } = entered(needs, caller, documentId)
    if (epoch !== room.epoch) throw new Refusal('stale-epoch')
    const answer = opened(room, member, stateVector, presence.here(documentId))
    const same = Buffer.from(stateVector).equals(Y.encodeStateVector(room.doc)) && deleteSet === deleteSetHash(room.doc)
    return same ? { ...answer, update: nothing } : answer
  })

  on(socket, 'document:push', (raw) => {
    const message = parseClientMessage('document:push', raw)
    if (!message) {
      strike('malformed')
      return
    }
    const { documentId, n } = message
    const refuse = (error: unknown): void => {
      const refusal = refusalFor(error, report, 'document:push')
      socket.emit('document:refused', { documentId, n, ...refusal })
      strike(refusal.code)
    }
    const member = caller.documents.get(documentId)
    if (!member) {
      refuse(new Refusal('not-open'))
      return
    }
    // One after the other, however many are sent at once; nothing thrown escapes.
    member.turn = member.turn.then(() => keep(member, message)).catch(refuse)
  })
  const keep = async (member: Member, message: Checked<'document:push'>): Promise<void> => {
    const { documentId, epoch, n } = message
    const { n: last } = member
    if (!message.part || message.part.index === message.part.of - 1) member.n = Math.max(last, n)
    // The size in bytes, and as one push however many parts it comes in.
    mayAsk('bytes', message.update.length)
    if (!message.part || message.part.index === 0) mayAsk('pushes')
    await member.asking
    if (member.closed) return
    const { room } = entered(needs, caller, documentId)
    if (epoch !== room.epoch) throw new Refusal('stale-epoch')
    if (member.grant.readOnly) throw new Refusal(member.grant.because ?? 'read-only')
    if (n !== last + 1) throw new Refusal('gap')
    const update = assemble(member, message)
    if (!update) return
    if (needs.isDraining()) throw new Refusal('unavailable', { retryAfter: 2_000 })
    needs.sessions.active(caller.session.id)
    const seq = await room.write(member, update)
    if (!member.closed) socket.emit('document:saved', { documentId, n, seq })
  }

  on(socket, 'document:close', (raw) => {
    const message = parseClientMessage('document:close', raw)
    if (message) leaveDocument(needs, caller, message.documentId)
    else strike('malformed')
  })

  // ── presence ──
  on(socket, 'presence', (raw) => {
    const message = parseClientMessage('presence', raw)
    if (!message) {
      strike('malformed')
      return
    }
    if (allowed.presence.take(1, performance.now()) > 0) return // the next one will tell
    const member = caller.documents.get(message.in as DocumentId)
    const isIn = member ? !member.asking : [...caller.records].some((room) => room === message.in)
    if (isIn) presence.put(message.in, caller, message.at)
  })

  // ── records ──
  ask('records:open', async ({ room, since }) => {
    if (caller.records.size >= limits.opened && !caller.records.has(room)) throw new Refusal('too-many-connections')
    const answer = await feed.open(caller, room, since)
    const people = presence.here(room)
    presence.put(room, caller, null)
    return { ...answer, people }
  })
  on(socket, 'records:close', (raw) => {
    const message = parseClientMessage('records:close', raw)
    if (!message) {
      strike('malformed')
      return
    }
    feed.leave(caller, message.room)
    presence.remove(message.room, socket.id)
  })
}

type Asking = 'document:open' | 'document:sync' | 'records:open'
const nothing = 'AAA='

// Handlers see what came in as it is: the types of the protocol hold only after parsing.
function on(
  socket: LiveSocket,
  event: keyof ClientEvents,
  handle: (raw: unknown, answer: unknown) => void | Promise<void>,
): void {
  socket.on(event, ((raw: unknown, answer: unknown) => {
    try {
      Promise.resolve(handle(raw, answer)).catch(() => socket.disconnect(true))
    } catch {
      socket.disconnect(true) // a throw here would end the process
    }
  }) as never)
}

function entered({ rooms }: ChannelNeeds, caller: Caller, documentId: DocumentId): { member: Member; room: Room } {
  const member = caller.documents.get(documentId)
  const room = rooms.loaded(documentId)
  if (!member || member.closed || member.asking || !room) throw new Refusal('not-open')
  return { member, room }
}

function opened(
  room: Room,
  { grant }: Member,
  stateVector: Uint8Array | undefined,
  people: OpenedDocument['people'],
): OpenedDocument {
  const readOnly = grant.readOnly || room.quarantined
  const because = room.quarantined ? 'quarantined' : grant.because
  return {
    epoch: room.epoch,
    seq: room.seq,
    readOnly,
    ...(readOnly && because && { because }),
    update: Buffer.from(room.lacking(stateVector)).toString('base64'),
    stateVector: Buffer.from(Y.encodeStateVector(room.doc)).toString('base64'),
    people,
  }
}

/** The caller is no longer in the document: what was on its way from there is dropped. */
export function leaveDocument(
  { rooms, presence }: Pick<ChannelNeeds, 'rooms' | 'presence'>,
  caller: Caller,
  documentId: DocumentId,
): void {
  const member = caller.documents.get(documentId)
  if (!member) return
  member.closed = true
  caller.documents.delete(documentId)
  void caller.socket.leave(documentId)
  presence.remove(documentId, caller.socket.id)
  const room = rooms.loaded(documentId)
  room?.members.delete(member)
  if (room) rooms.left(room)
}
