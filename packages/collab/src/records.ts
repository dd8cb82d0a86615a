import type { Notice, RecordsRoom, Whereabouts } from '@camau/protocol'
import { type Channel, type ChannelOptions, openChannel } from './channel.js'
import { type OpenedRecordsRoom, openRecords, type RecordsListener } from './open-records.js'
import { type Status, statusOf, together } from './status.js'
import type { Watchable } from './watchable.js'

export { backOff } from './back-off.js'
export type { Line } from './channel.js'
export type { OpenedRecordsRoom, RecordsListener } from './open-records.js'
export type { Status } from './status.js'
export type { Watchable } from './watchable.js'

/** The half without documents: what a page needs before anyone writes. Yjs is not in its imports. */
export interface RecordsConnection {
  /** The gravest of all that is open; what the connection mark shows. */
  status: Watchable<Status>
  openRecords(room: RecordsRoom, listener: RecordsListener): OpenedRecordsRoom
  /** Where I am in a room that is open. */
  setPresence(room: RecordsRoom, at: Whereabouts): void
  /** Edits that only this device holds. */
  pending(): number
  /** Returns what ends the listening. */
  onNotice(listener: (notice: Notice) => void): () => void
  close(): void
  /** What documents are opened over; pages do not need it. */
  channel: Channel
  /** Whose words are kept on this device. */
  person: string | undefined
  /** Counts one more thing into `status`; returns what takes it out. */
  track(status: Watchable<Status>): () => void
  /** How many of these were taken out while something of theirs was on this device only. */
  leftUnsaved(): number
}

/** One connection per page; everything else is opened over it. */
export function connect(options: ChannelOptions): RecordsConnection {
  const channel = openChannel(options)
  const tracked = new Set<Watchable<Status>>()
  let leftUnsaved = 0
  const rooms = new Map<RecordsRoom, OpenedRecordsRoom>()
  const status = statusOf(lineStatus(channel))
  const tell = (): void => status.set(together([lineStatus(channel), ...[...tracked].map((one) => one.get())]))
  channel.line.subscribe(tell)

  return {
    status,
    channel,
    person: options.person,
    openRecords(room, listener) {
      rooms.get(room)?.close()
      const opened = openRecords(channel, room, listener)
      rooms.set(room, opened)
      const close = (): void => {
        opened.close()
        if (rooms.get(room) === opened) rooms.delete(room)
      }
      return { ...opened, close }
    },
    setPresence: (room, at) => rooms.get(room)?.setPresence(at),
    pending: () => status.get().kept,
    onNotice: (listener) => channel.on('notice', listener),
    track(one) {
      tracked.add(one)
      const stop = one.subscribe(tell)
      tell()
      return () => {
        stop()
        tracked.delete(one)
        if (one.get().kept > 0) leftUnsaved += 1
        tell()
      }
    },
    leftUnsaved: () => leftUnsaved,
    close: () => channel.close(),
  }
}

function lineStatus({ line }: Channel): Status {
  const now = line.get()
  if (now.state === 'ended') return { state: 'attention', kept: 0, because: now.because }
  if (now.state === 'broken') return { state: 'offline', kept: 0 }
  return { state: now.state === 'connecting' ? 'saving' : 'saved', kept: 0 }
}
