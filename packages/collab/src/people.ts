import type { DocumentId, Presence, RecordsRoom, Whereabouts } from '@camau/protocol'
import type { Channel } from './channel.js'

/** Who else is in a room, kept up to date; and where I am, told again after a reconnection. */
export interface People {
  /** Everyone the server names on opening. */
  start(people: readonly Presence[]): void
  tell(at: Whereabouts): void
  close(): void
}

const notOftenerThan = 60

export function people(
  channel: Channel,
  room: DocumentId | RecordsRoom,
  onPresence: (people: readonly Presence[]) => void,
): People {
  const here = new Map<string, Presence>()
  let mine: Whereabouts = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (): void => onPresence([...here.values()].filter((one) => one.connectionId !== channel.connectionId()))
  const send = (): void => {
    timer = undefined
    channel.send('presence', { in: room, at: mine })
  }
  const stop = channel.on('presence', (message) => {
    if (message.in !== room) return
    for (const gone of message.gone) here.delete(gone)
    for (const one of message.here) here.set(one.connectionId, one)
    show()
  })
  return {
    start(everyone) {
      here.clear()
      for (const one of everyone) here.set(one.connectionId, one)
      show()
      if (mine !== null) send()
    },
    tell(at) {
      mine = at
      timer ??= setTimeout(send, notOftenerThan)
    },
    close() {
      clearTimeout(timer)
      stop()
    },
  }
}
