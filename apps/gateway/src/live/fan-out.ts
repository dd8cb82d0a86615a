import type { CaretMoved, DocumentUpdated } from '@camau/protocol'
import * as Y from 'yjs'
import type { Member } from './caller.js'
import { framed, inOneWrite, post } from './frames.js'
import type { LiveLimits } from './limits.js'
import type { PresenceBoard } from './presence.js'
import { unsentBytes } from './pressure.js'
import type { Committed, Room } from './room.js'

const lookAgain = 250

/**
 * Shows durable rows to everyone in the room: one frame, written once. Who wrote all of it alone is left out; who shared a commit with
 * others gets the whole, for Yjs passes over what it knows, and a frame of one's own would cost more than these bytes. Carets that moved
 * travel along.
 */
export function fanOut(presence: PresenceBoard, room: Room, rows: readonly Committed[], previous: number): void {
  const authors = new Set(rows.flatMap(({ authors }) => authors))
  for (const { documentId, caller, caret, closed } of authors)
    if (caret !== null && !closed) presence.put(documentId, caller, { caret })
  const [author] = authors
  const alone = authors.size === 1 && rows.every((row) => row.authors.length > 0) ? author : undefined
  const readers = [...room.members].filter((member) => member !== alone && !member.lagging)
  if (readers.length === 0) return
  // Whom the frame leaves out would never hear of the carets of others that travel on it.
  const carets = presence.takeCarets(room.id, alone?.caller.socket.id)
  const frame = framed('document:updated', updated(room, rows, previous, carets))
  if (!alone) inOneWrite([...authors].map(({ caller }) => caller.socket)) // they are told at once that it is saved, too
  for (const { caller } of readers) post(caller.socket, frame)
}

/** Before rows are shown: whoever reads too slowly is taken out and, once there is room, gets one diff instead of everything missed. */
export function setAsideSlow(limits: LiveLimits, room: Room): void {
  let vector: Uint8Array | undefined
  for (const member of room.members) {
    if (member.lagging || unsentBytes(member.caller.socket, limits.lagAt) <= limits.lagAt) continue
    vector ??= Y.encodeStateVector(room.doc)
    member.lagging = { since: performance.now(), seq: room.seq, vector }
    void member.caller.socket.leave(room.id)
    waitForRoom(limits, room, member)
  }
}

function waitForRoom(limits: LiveLimits, room: Room, member: Member): void {
  setTimeout(() => {
    const { lagging, caller } = member
    if (!lagging || member.closed) return
    const bytes = unsentBytes(caller.socket, limits.closeAt)
    if (bytes > limits.closeAt || performance.now() - lagging.since > limits.lagFor) caller.socket.disconnect(true)
    else if (bytes > limits.dropPresenceAt / 4) waitForRoom(limits, room, member)
    else resync(room, member, lagging)
  }, lookAgain)
}

function resync(room: Room, member: Member, { seq, vector }: NonNullable<Member['lagging']>): void {
  member.lagging = null
  const update = Buffer.from(room.lacking(vector)).toString('base64')
  member.caller.socket.emit('document:updated', [room.handle, room.seq, update, [], seq])
  void member.caller.socket.join(room.id)
}

/** One frame for several rows. */
function updated(
  { handle, seq }: Room,
  rows: readonly Committed[],
  previous: number,
  carets: readonly CaretMoved[],
): DocumentUpdated {
  const updates = rows.map(({ row }) => row.update)
  const bytes = updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates)
  const update = Buffer.from(bytes).toString('base64')
  if (previous !== seq - 1) return [handle, seq, update, carets, previous]
  return carets.length > 0 ? [handle, seq, update, carets] : [handle, seq, update]
}
