import { setTimeout as pause } from 'node:timers/promises'
import { Refusal, type RefusalCode } from '@camau/domain'
import type { Answer, ClientEvents } from '@camau/protocol'
import { type Checked, parseClientMessage } from '@camau/protocol/parse'
import type { Log } from '../platform/log.js'
import type { Sessions } from '../platform/session.js'
import { refusalFor } from './answer.js'
import type { Caller, LiveSocket } from './caller.js'
import type { Feed } from './feed.js'
import type { Grants } from './grants.js'
import type { LiveLimits } from './limits.js'
import type { PersonAllowance } from './person-allowance.js'
import type { PresenceBoard } from './presence.js'
import { unsentBytes } from './pressure.js'
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
  /** Where somebody is in a record that is restricted is told to nobody. */
  isRestricted: (recordId: string) => Promise<boolean>
}

const lookAgain = 250

/** What counts as hostile: nobody sends it by mistake. */
const hostile: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['malformed', 'unknown-content', 'foreign-client'])

type Allowed = Exclude<keyof PersonAllowance, 'unfinished'>
type Asking = 'document:open' | 'document:sync' | 'records:open'

/** How a socket is listened to: every message parsed, counted against its person's allowance, and no throw let out. */
export interface Desk {
  /** Answers a question: with what `handle` gives, or with why not. */
  ask<Event extends Asking, T>(event: Event, handle: (message: Checked<Event>) => Promise<T>): void
  /** Hears a message that has no answer. */
  hear<Event extends Told>(event: Event, handle: (message: Checked<Event>) => void): void
  /** The same after all that was asked before it: whoever leaves while they are on their way in must not come in afterwards. */
  hearInTurn<Event extends Told>(event: Event, handle: (message: Checked<Event>) => void): void
  /** Throws Refusal when the session is over, or the person too fast. */
  mayAsk(what: Allowed, cost?: number): void
  /** The same for what is dropped in silence. */
  isTooFast(what: Allowed): boolean
  /** What the person has left. */
  allowed: PersonAllowance
  /** The code and details of an error; whoever is hostile too often is put out. */
  refusal(error: unknown, where: string): { code: RefusalCode; details: Record<string, unknown> }
}
type Told = Exclude<keyof ClientEvents, Asking>

export function deskFor(needs: ChannelNeeds, caller: Caller): Desk {
  const { grants, report, limits } = needs
  const { socket } = caller
  const allowed = needs.allowances(caller.personId)

  const isTooFast: Desk['isTooFast'] = (what) => allowed[what].take(1, performance.now()) > 0
  const mayAsk: Desk['mayAsk'] = (what, cost = 1) => {
    if (!grants.holds(caller)) throw new Refusal('not-signed-in')
    const retryAfter = allowed[what].take(cost, performance.now())
    if (retryAfter > 0) throw new Refusal('too-fast', { retryAfter })
  }
  const refusal: Desk['refusal'] = (error, where) => {
    const answer = refusalFor(error, report, where)
    if (hostile.has(answer.code) && caller.strikes.take(1, performance.now()) > 0) socket.disconnect(true)
    return answer
  }
  const replyTo = async <Event extends Asking, T>(
    event: Event,
    message: Checked<Event> | null,
    handle: (message: Checked<Event>) => Promise<T>,
  ): Promise<Answer<T & object>> => {
    try {
      mayAsk('opens')
      if (!message) throw new Refusal('malformed')
      needs.sessions.active(caller.session.id)
      return { ok: true, ...(await handle(message)) } as Answer<T & object>
    } catch (error) {
      return { ok: false, ...refusal(error, event) }
    }
  }
  /** One after the other, and none while what was asked for before is still unread: answers are large, and nobody need read them. */
  let turn: Promise<void> = Promise.resolve()
  let waiting = 0
  /** Whoever asks on and on, and takes no answer, is put out: what waits is held in memory. */
  const inOrder = (work: () => void | Promise<void>): Promise<void> => {
    if (waiting >= limits.waiting) throw new Refusal('too-fast')
    waiting += 1
    const mine = turn.then(work).finally(() => {
      waiting -= 1
    })
    turn = mine.catch(() => {})
    return mine
  }
  const roomToAnswer = async (): Promise<void> => {
    while (unsentBytes(socket, limits.lagAt) > limits.lagAt) {
      if (socket.disconnected) throw new Refusal('not-open')
      await pause(lookAgain)
    }
  }
  const heard = <Event extends Told>(
    event: Event,
    message: Checked<Event> | null,
    handle: (message: Checked<Event>) => void,
  ): void => {
    try {
      if (!message) throw new Refusal('malformed')
      handle(message)
    } catch (error) {
      refusal(error, event)
    }
  }
  return {
    allowed,
    mayAsk,
    isTooFast,
    refusal,
    ask(event, handle) {
      const answered = async (asked: Checked<typeof event> | null, answer: unknown): Promise<void> => {
        const reply = await replyTo(event, asked, async (message) => {
          await roomToAnswer()
          return handle(message)
        })
        if (typeof answer === 'function') answer(reply)
      }
      on(socket, event, (raw, answer) => {
        const asked = parseClientMessage(event, raw) // what waits is no larger than a question may be
        return inOrder(() => answered(asked, answer))
      })
    },
    hear(event, handle) {
      on(socket, event, (raw) => heard(event, parseClientMessage(event, raw), handle))
    },
    hearInTurn(event, handle) {
      on(socket, event, (raw) => {
        const told = parseClientMessage(event, raw)
        return inOrder(() => heard(event, told, handle))
      })
    },
  }
}

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
      socket.disconnect(true) // also whoever asks too much: a throw here would end the process
    }
  }) as never)
}
