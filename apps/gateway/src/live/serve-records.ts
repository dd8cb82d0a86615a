import { Refusal } from '@camau/domain'
import type { Whereabouts } from '@camau/protocol'
import type { Caller, Member } from './caller.js'
import type { ChannelNeeds, Desk } from './desk.js'
import { inTurn } from './in-turn.js'

/** Rooms of records, and who is where. */
export function serveRecords(
  { feed, presence, limits, isRestricted, report }: ChannelNeeds,
  caller: Caller,
  { ask, hear, hearInTurn, isTooFast }: Desk,
): void {
  ask('records:open', async ({ room, since }) => {
    if (caller.records.size >= limits.opened && !caller.records.has(room)) throw new Refusal('too-many-connections')
    const answer = await feed.open(caller, room, since)
    const people = presence.here(room)
    presence.put(room, caller, null)
    return { ...answer, people }
  })

  hearInTurn('records:close', ({ room }) => {
    feed.leave(caller, room)
    presence.remove(room, caller.socket.id)
  })

  /** Not before pushes that came earlier: their carets wait for the log, and would be taken for newer ones. */
  const moveAfterPushes = (member: Member, at: Whereabouts): void => {
    if (at && 'recordId' in at) return
    const move = (): void => {
      if (member.closed) return
      member.caret = null
      presence.put(member.documentId, caller, at)
    }
    inTurn(member, () => (member.asking ? member.asking.then(move) : void move()))
  }

  hear('presence', ({ in: room, at }) => {
    if (isTooFast('presence')) return // the next one will tell
    const member = [...caller.documents.values()].find(({ documentId }) => documentId === room)
    if (member) return moveAfterPushes(member, at)
    if (![...caller.records].some((one) => one === room)) return
    if (!at || !('recordId' in at)) return presence.put(room, caller, at)
    isRestricted(at.recordId).then(
      (restricted) => {
        if ([...caller.records].some((one) => one === room)) presence.put(room, caller, restricted ? null : at)
      },
      (error: unknown) => report.warn({ err: error }, 'where somebody is was not told'),
    )
  })
}
