import type { Caret, CaretMoved, DocumentId, Presence, RecordsRoom, Whereabouts } from '@camau/protocol'
import type { Channel } from './channel.js'

/** Who else is in a room, kept up to date; and where I am, told again after a reconnection. */
export interface People {
  /** Everyone the server names on opening. */
  start(people: readonly Presence[]): void
  tell(at: Whereabouts): void
  /** My caret, if nobody was told of it yet: whoever takes it sends it along with something else. */
  takeCaret(): Caret | undefined
  /** What I took along was refused: my place is told again. */
  retell(): void
  /** Carets that came along with an update. */
  move(carets: readonly CaretMoved[]): void
  close(): void
}

const notOftenerThan = 60

/** `onMoved` is told who moved and nothing else; without it `onPresence` is told of everyone each time. */
export function people(
  channel: Channel,
  room: DocumentId | RecordsRoom,
  onPresence: (people: readonly Presence[]) => void,
  onMoved?: (moved: readonly Presence[]) => void,
): People {
  const here = new Map<string, Presence>()
  const byKey = new Map<number, string>()
  let mine: Whereabouts = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (): void => onPresence([...here.values()].filter((one) => one.connectionId !== channel.connectionId()))
  const add = (one: Presence): void => {
    here.set(one.connectionId, one)
    byKey.set(one.key, one.connectionId)
  }
  const move = (moves: readonly (readonly [key: number, at: Whereabouts])[]): void => {
    const moved = moves.flatMap(([key, at]) => {
      const known = here.get(byKey.get(key) ?? '')
      if (!known || known.connectionId === channel.connectionId()) return []
      const one = { ...known, at }
      here.set(one.connectionId, one)
      return [one]
    })
    if (moved.length > 0) (onMoved ?? show)(moved)
  }
  const send = (): void => {
    timer = undefined
    channel.send('presence', { in: room, at: mine })
  }
  let closed = false
  const tell = (at: Whereabouts): void => {
    if (closed) return
    mine = at
    timer ??= setTimeout(send, notOftenerThan)
  }
  const stop = channel.on('presence', ({ in: where, here: came = [], moved = [], gone = [] }) => {
    if (where !== room) return
    for (const one of gone) {
      byKey.delete(here.get(one)?.key ?? -1)
      here.delete(one)
    }
    came.forEach(add)
    if (came.length + gone.length > 0) show()
    move(moved)
  })
  return {
    start(everyone) {
      here.clear()
      byKey.clear()
      everyone.forEach(add)
      show()
      if (mine !== null) send()
    },
    tell,
    retell() {
      if (mine !== null) tell(mine)
    },
    takeCaret() {
      if (timer === undefined || !mine || !('caret' in mine)) return undefined
      clearTimeout(timer)
      timer = undefined
      return mine.caret
    },
    move: (carets) => move(carets.map(([key, caret]) => [key, caret === null ? null : { caret }])),
    close() {
      closed = true
      clearTimeout(timer)
      stop()
    },
  }
}
