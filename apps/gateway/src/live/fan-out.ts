import type { DocumentUpdated } from '@camau/protocol'
import * as Y from 'yjs'
import type { LiveServer, Member } from './caller.js'
import type { LiveLimits } from './limits.js'
import { unsentBytes } from './pressure.js'
import type { Committed, Room } from './room.js'

const lookAgain = 250

/**
 * Shows durable rows to everyone in the room but their authors: one frame, written once. Authors who shared an append with others
 * get the others' part. Whoever reads too slowly is taken out and, once there is room, gets one diff instead of everything missed.
 */
export function fanOut(
  io: LiveServer,
  limits: LiveLimits,
  room: Room,
  rows: readonly Committed[],
  previous: number,
): void {
  const authors = new Set(rows.flatMap(({ author }) => (author && !author.closed ? author : [])))
  for (const member of room.members) setAsideIfSlow(limits, room, member, previous)
  const except = [...authors].map(({ caller }) => caller.socket.id)
  const { members } = room
  if (members.size > authors.size)
    io.to(room.id)
      .except(except)
      .emit('document:updated', updated(room, rows, previous))
  for (const author of authors) {
    const others = rows.filter((row) => row.author !== author)
    if (others.length > 0 && !author.lagging)
      author.caller.socket.emit('document:updated', updated(room, others, previous))
  }
}

function setAsideIfSlow(limits: LiveLimits, room: Room, member: Member, seq: number): void {
  if (member.lagging || unsentBytes(member.caller.socket, limits.lagAt) <= limits.lagAt) return
  member.lagging = { since: Date.now(), seq, vector: room.vectorBefore }
  void member.caller.socket.leave(room.id)
  waitForRoom(limits, room, member)
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
