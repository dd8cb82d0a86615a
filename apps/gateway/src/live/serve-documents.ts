import { Refusal } from '@camau/domain'
import type { DocumentId, OpenedDocument } from '@camau/protocol'
import type { Checked } from '@camau/protocol/parse'
import type { Caller, Grant, Member } from './caller.js'
import type { ChannelNeeds, Desk } from './desk.js'
import { framed, post } from './frames.js'
import { inTurn } from './in-turn.js'
import type { PackedState } from './packed-state.js'
import type { PersonAllowance } from './person-allowance.js'
import { assemble, dropParts } from './pushes.js'
import { type Room, whySealed } from './room.js'

const nothing = new Uint8Array([0, 0])

/** Opening, writing and leaving documents: distrust, check, keep, tell. */
export function serveDocuments(
  needs: ChannelNeeds,
  caller: Caller,
  { ask, hear, hearInTurn, mayAsk, refusal, allowed }: Desk,
): void {
  const { rooms, presence, grants, limits } = needs
  const { socket } = caller

  ask('document:open', async ({ documentId, clientId, stateVector, epoch, packed }) => {
    if (needs.isDraining()) throw new Refusal('unavailable', { retryAfter: 2_000 })
    if (caller.documents.size >= limits.opened && !caller.documents.has(documentId))
      throw new Refusal('too-many-connections')
    // Asked before the document is loaded: who may not see it must not be able to make us load it.
    let asked: number
    let grant: Grant
    let room: Room
    let state: PackedState | null
    do {
      asked = grants.moved(caller)
      grant = await grants.enter(caller, documentId)
      room = await rooms.get(documentId)
      // Agreed, and the seal has not come here yet: they are shown what was agreed, and not what it was a moment before.
      if (grant.because === whySealed && !room.sealed) await room.catchUp().catch(() => {}) // the database is away; seen later
      state = packed && !stateVector ? await room.packed.state() : null
    } while (asked !== grants.moved(caller))
    if (socket.disconnected) throw new Refusal('not-open')
    // Put away meanwhile: a second copy of a document on one node must never come to be.
    if (rooms.loaded(documentId) !== room) throw new Refusal('unavailable', { retryAfter: 50 })
    leaveDocument(needs, caller, documentId)
    const member = newMember(caller, documentId, grant, allowed)
    caller.documents.set(documentId, member)
    caller.handles.set(room.handle, member)
    room.members.add(member)
    // Joined and answered within one turn: no row can fall between.
    void socket.join(documentId)
    const people = presence.here(documentId)
    presence.put(documentId, caller, null, clientId)
    const lacking = state ? state.since() : room.lacking(epoch === room.epoch ? stateVector : undefined)
    return { ...opened(room, member, lacking, people), ...(state && { state: state.bytes }) }
  })

  ask('document:sync', async ({ documentId, epoch, stateVector, deleteSet }) => {
    const { room } = entered(needs, caller, documentId)
    if (epoch !== room.epoch) throw new Refusal('stale-epoch')
    // Shown by another node what this one has not heard of: without it their next edit, which builds on it, would be refused.
    if (room.isBehind(stateVector)) await room.catchUp().catch(() => {}) // the database is away: they ask again
    const { member } = entered(needs, caller, documentId)
    const same = Buffer.from(stateVector).equals(room.vector) && deleteSet === room.deleteSet
    return opened(room, member, same ? nothing : room.lacking(stateVector), presence.here(documentId))
  })

  const refuse = (handle: number, n: number, member: Member | undefined, error: unknown): void => {
    // Who has opened the text anew counts from one again, and would take it for a push of now.
    if (member?.closed) return
    // An earlier push may fail later, when the log refuses it: then that one is told, or the next "saved" would speak for it, too.
    if (member?.refused && member.refused <= n) return
    if (member) member.refused = n
    socket.emit('document:refused', { handle, n, ...refusal(error, 'document:push') })
  }
  hear('document:push', (message) => {
    const [handle, n] = message
    const member = caller.handles.get(handle)
    if (member) inTurn(member, () => keep(member, message))
    else refuse(handle, n, member, new Refusal('not-open'))
  })
  /** A promise only where the update cannot be admitted at once; the next one need not wait until it is durable. Nothing thrown escapes. */
  const keep = (member: Member, message: Checked<'document:push'>): Promise<void> | undefined => {
    const [handle, n, bytes, , { part, again } = {}] = message
    const { n: last, asking } = member
    if (!part || part.index === part.of - 1) member.n = Math.max(last, n)
    if (again) member.refused = null
    if (member.refused) return
    try {
      // The size in bytes, and as one push however many parts it comes in.
      mayAsk('bytes', bytes.length)
      if (!part || part.index === 0) mayAsk('pushes')
      const admitted = asking ? asking.then(() => write(member, message, last)) : write(member, message, last)
      return admitted?.catch((error: unknown) => refuse(handle, n, member, error))
    } catch (error) {
      refuse(handle, n, member, error)
    }
  }
  const write = (member: Member, message: Checked<'document:push'>, last: number): Promise<void> | undefined => {
    if (member.closed) return
    const [handle, n, , caret] = message
    const { room } = entered(needs, caller, member.documentId)
    if (member.grant.readOnly) throw new Refusal(member.grant.because ?? 'read-only')
    if (n !== last + 1) throw new Refusal('gap')
    const update = assemble(member, message, limits)
    if (!update) return
    if (needs.isDraining()) throw new Refusal('unavailable', { retryAfter: 2_000 })
    needs.sessions.active(caller.session.id)
    const saved = (seq: number): void => {
      // An edit that somebody else has made already makes no row, and nothing else would take its caret along.
      if (n === member.n && member.caret !== null && !member.closed)
        presence.put(member.documentId, caller, { caret: member.caret })
      acknowledge(member, room.handle, n, seq)
    }
    const edit = { member, update, saved, refused: (reason: unknown) => refuse(handle, n, member, reason) }
    const moveCaret = (): void => {
      if (caret) member.caret = caret
    }
    const judging = room.write(edit)
    if (judging) return judging.then(moveCaret, (error: unknown) => afterLooking(room, error))
    moveCaret()
  }

  hearInTurn('document:close', ({ documentId }) => leaveDocument(needs, caller, documentId))
}

/** What seems to have a gap may build on rows that this node has missed: it looks for them, so that the next try finds them here. */
async function afterLooking(room: Room, error: unknown): Promise<never> {
  if (error instanceof Refusal && error.code === 'gap') {
    await room.catchUp().catch(() => {
      throw new Refusal('unavailable', { retryAfter: 2_000 }) // who cannot look does not know of a gap
    })
  }
  throw error
}

/** At the end of the turn: one commit may have brought several pushes, and the newest speaks for all. */
function acknowledge(member: Member, handle: number, n: number, seq: number): void {
  const isSoon = member.saved !== null
  member.saved = { n, seq }
  if (isSoon) return
  queueMicrotask(() => {
    const { saved, caller, closed } = member
    member.saved = null
    if (saved && !closed) post(caller.socket, framed('document:saved', [handle, saved.n, saved.seq]))
  })
}

function newMember(
  caller: Caller,
  documentId: DocumentId,
  grant: Grant,
  { unfinished, effort }: PersonAllowance,
): Member {
  return {
    unfinished,
    effort,
    caller,
    documentId,
    grant,
    asking: null,
    closed: false,
    barred: null,
    n: 0,
    refused: null,
    saved: null,
    caret: null,
    turn: null,
    parts: null,
    lagging: null,
  }
}

function entered({ rooms }: ChannelNeeds, caller: Caller, documentId: DocumentId): { member: Member; room: Room } {
  const member = caller.documents.get(documentId)
  const room = rooms.loaded(documentId)
  if (!member || member.closed || member.asking || !room) throw new Refusal('not-open')
  return { member, room }
}

function opened(room: Room, { grant }: Member, lacking: Uint8Array, people: OpenedDocument['people']): OpenedDocument {
  const readOnly = grant.readOnly || room.quarantined || room.sealed
  const because = room.quarantined ? 'quarantined' : (grant.because ?? (room.sealed ? whySealed : undefined))
  return {
    handle: room.handle,
    epoch: room.epoch,
    seq: room.seq,
    readOnly,
    ...(readOnly && because && { because }),
    update: Buffer.from(lacking).toString('base64'),
    stateVector: Buffer.from(room.vector).toString('base64'),
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
  dropParts(member)
  caller.documents.delete(documentId)
  void caller.socket.leave(documentId)
  presence.remove(documentId, caller.socket.id)
  const room = rooms.loaded(documentId)
  if (!room) return
  caller.handles.delete(room.handle)
  room.members.delete(member)
  rooms.left(room)
}
