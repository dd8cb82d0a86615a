import type { RefusalCode } from '@camau/domain'
import type { Presence, RecordsChanged, RecordsRoom, Whereabouts } from '@camau/protocol'
import type { Channel } from './channel.js'
import { people } from './people.js'

export interface RecordsListener {
  /** The last sequence number already seen; absent: since a moment ago, when the page asked for what it shows. */
  since?: number | undefined
  /** Every committed command of the room, in order, without a gap. */
  onChange(change: RecordsChanged): void
  /** Too much was missed: what is shown must be fetched again. */
  onReset(): void
  onPresence?(people: readonly Presence[]): void
  /** The room is closed to this person (now). */
  onRefused?(code: RefusalCode): void
}

export interface OpenedRecordsRoom {
  /** The last sequence number seen; undefined before the first answer. */
  seq(): number | undefined
  setPresence(at: Whereabouts): void
  close(): void
}

const tryAgainAfter = 2_000

/** Follows a room's changes: catches up after every break, and asks again when a number is skipped. */
export function openRecords(channel: Channel, room: RecordsRoom, listener: RecordsListener): OpenedRecordsRoom {
  let seq = listener.since
  let opening = false
  // A change may overtake the answer to our opening, and be newer than it.
  const early: RecordsChanged[] = []
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const others = people(channel, room, (list) => listener.onPresence?.(list))

  const take = (change: RecordsChanged): void => {
    if (seq !== undefined && change.seq <= seq) return
    if (seq !== undefined && change.previous !== seq) {
      open()
      return
    }
    seq = change.seq
    listener.onChange(change)
  }
  const open = (): void => {
    if (opening || closed || channel.line.get().state !== 'connected') return
    opening = true
    channel.ask('records:open', { room, ...(seq !== undefined && { since: seq }) }, (reply) => {
      opening = false
      if (closed) return
      if (!reply || (!reply.ok && passing.has(reply.code))) {
        timer = setTimeout(open, tryAgainAfter)
        return
      }
      if (!reply.ok) {
        listener.onRefused?.(reply.code)
        return
      }
      if (reply.missed) reply.missed.forEach(take)
      else listener.onReset()
      seq = reply.seq
      others.start(reply.people)
      for (const change of early.splice(0)) take(change)
    })
  }
  const stops = [
    channel.on('records:changed', (change) => {
      if (change.room !== room) return
      if (opening) early.push(change)
      else take(change)
    }),
    // Rights may have opened or closed the room, or changed what may be seen in it.
    channel.on('notice', ({ code }) => code === 'rights-changed' && open()),
    channel.line.subscribe(open),
  ]
  open()

  return {
    seq: () => seq,
    setPresence: others.tell,
    close() {
      closed = true
      clearTimeout(timer)
      for (const stop of stops) stop()
      others.close()
      channel.send('records:close', { room })
    },
  }
}

const passing: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['too-fast', 'unavailable', 'internal'])
