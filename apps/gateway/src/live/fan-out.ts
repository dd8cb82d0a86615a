import type { DocumentUpdated } from '@camau/protocol'
import * as Y from 'yjs'
import type { LiveServer, Member } from './caller.js'
import type { LiveLimits } from './limits.js'
import { unsentBytes } from './pressure.js'
import type { Committed, Room } from './room.js'

const lookAgain = 250

/**
 * Shows durable rows to everyone in the room: one frame, written once. Who wrote all of it alone is left out; who shared a commit with
 * others gets the whole, for Yjs passes over what it knows, and a frame of one's own would cost more than these bytes.
 */
export function fanOut(io: LiveServer, room: Room, rows: readonly Committed[], previous: number): void {
  const authors = new Set(rows.flatMap(({ authors }) => authors))
  const [author] = authors
  const isAlone = authors.size === 1 && author && rows.every((row) => row.authors.length > 0)
  if (isAlone && room.members.size === 1 && room.members.has(author)) return
  const others = isAlone && !author.closed ? io.to(room.id).except(author.caller.socket.id) : io.to(room.id)
  others.emit('document:updated', updated(room, rows, previous))
}

/** Before rows are shown: whoever reads too slowly is taken out and, once there is room, gets one diff instead of everything missed. */
export function setAsideSlow(limits: LiveLimits, room: Room): void {
  let vector: Uint8Array | undefined
  for (const member of room.members) {
    if (member.lagging || unsentBytes(member.caller.socket, limits.lagAt) <= limits.lagAt) continue
    vector ??= Y.encodeStateVector(room.doc)
    member.lagging = { since: Date.now(), seq: room.seq, vector }
    void member.caller.socket.leave(room.id)
    waitForRoom(limits, room, member)
  }
}

function waitForRoom(limits: LiveLimits, room: Room, member: Member): void {
  setTimeout(() => {
    const { lagging, caller } = member
    if (!lagging || member.closed) return
    const bytes = unsentBytes(caller.socket, limits.closeAt)
    if (bytes > limits.closeAt || Date.now() - lagging.since > limits.lagFor) caller.socket.disconnect(true)
    else if (bytes > limits.dropPresenceAt / 4) waitForRoom(limits, room, member)
    else resync(room, member, lagging)
  }, lookAgain)
}

function resync(room: Room, member: Member, { seq, vector }: NonNullable<Member['lagging']>): void {
  member.lagging = null
  const update = Buffer.from(room.lacking(vector)).toString('base64')
  const message: DocumentUpdated = { documentId: room.id, epoch: room.epoch, seq: room.seq, previous: seq, update }
  member.caller.socket.emit('document:updated', message)
  void member.caller.socket.join(room.id)
}

/** One frame for several rows. */
function updated(room: Room, rows: readonly Committed[], previous: number): DocumentUpdated {
  const updates = rows.map(({ row }) => row.update)
  const update = updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates)
  return {
    documentId: room.id,
    epoch: room.epoch,
    seq: room.seq,
    previous,
    update: Buffer.from(update).toString('base64'),
  }
}
