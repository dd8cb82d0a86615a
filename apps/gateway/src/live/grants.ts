import { setTimeout as pause } from 'node:timers/promises'
import { Refusal, type RefusalCode } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { Bus } from '../platform/bus.js'
import type { Changes } from '../platform/changes.js'
import type { Log } from '../platform/log.js'
import type { Sessions, Viewers } from '../platform/session.js'
import type { Caller, Grant, Member } from './caller.js'
import { knownGrants } from './known-grants.js'
import { type LiveDocuments, liveOf, recordOf } from './live-documents.js'

export interface GrantNeeds {
  bus: Bus
  sessions: Sessions
  viewers: Viewers
  changes: Changes
  documents: LiveDocuments
  report: Log
  now: () => Date
  callers: ReadonlySet<Caller>
  /** null while this node knows what others decided a moment ago; otherwise resolves when it does. */
  upToDate: () => Promise<void> | null
  /** Takes a member out of the document and tells the browser, which comes back for the new answer. */
  shut(member: Member, code: RefusalCode): void
  /** Takes the caller out of a room of records. */
  leaveRecords(caller: Caller, room: Parameters<Changes['enter']>[1]): void
  endSession(caller: Caller): void
}

/**
 * Rights follow the person. Whenever they may have moved (offices, the record, the session, an end that came by the clock)
 * they are asked for again for every open socket; until the answer is there, nothing is taken from it.
 */
export interface Grants {
  /** The answer of `enter` for a document, with rights as they are now: asked, or known from a moment ago and not moved since. Throws Refusal. */
  enter(caller: Caller, id: DocumentId): Promise<Grant>
  /** Watches over a new caller: ends of offices and session, and whether the session ended while they were on their way in. */
  entered(caller: Caller): void
  /** Another number whenever the caller's rights, or what may be done with some document, may have moved. */
  moved(caller: Caller): number
  /** Another number whenever anybody's rights have moved, callers or not. */
  rightsMoved(): number
  /** Whether the session still holds at this moment. */
  holds(caller: Caller): boolean
  close(): void
}

// What the bus may have lost is found at the latest after this time. In turns: asking for hundreds at once would keep all others waiting.
const askAnyway = 30_000
const turns = 60
const askAgainAfterFailure = 500
const longestTimer = 3_600_000

export function createGrants(needs: GrantNeeds): Grants {
  const { bus, callers, viewers, now } = needs

  let moves = 0
  let rightsMoves = 0
  const known = knownGrants(now)
  let entries = 0
  let turn = 0
  const turnOf = new WeakMap<Caller, number>()

  const ask = async (caller: Caller, id: DocumentId): Promise<Grant> => {
    for (;;) {
      const { version, viewer } = caller
      const remember = known.asking(viewer, id)
      const grant = await liveOf(needs.documents, id).enter(viewer, recordOf(id))
      if (caller.version !== version) continue
      remember(grant)
      return grant
    }
  }
  const enter = async (caller: Caller, id: DocumentId): Promise<Grant> => {
    const hearing = needs.upToDate()
    if (hearing) await hearing
    return known.find(caller.viewer, id) ?? ask(caller, id)
  }

  /** Asks for one document again. Never rejects: whoever waits for it must not fail by it. */
  const askMember = (member: Member): Promise<void> => {
    const asked = (async () => {
      try {
        const grant = await ask(member.caller, member.documentId)
        if (grant.readOnly !== member.grant.readOnly || grant.because !== member.grant.because) {
          needs.shut(member, grant.readOnly ? (grant.because ?? 'read-only') : 'not-open')
        }
      } catch (error) {
        needs.shut(member, error instanceof Refusal ? error.code : 'unavailable')
      }
    })()
    member.asking = asked
    void asked.then(() => {
      if (member.asking === asked) member.asking = null
    })
    return asked
  }

  const askCaller = async (caller: Caller, told: boolean): Promise<void> => {
    const version = ++caller.version
    // Shut at once, before anything is awaited: an edit that arrives now must wait.
    const gates = told ? [...caller.documents.values()].map((member) => gate(member)) : []
    try {
      const viewer = await viewers.of(caller.personId)
      if (caller.version !== version) return
      // What was asked for meanwhile was asked with the rights of before, and does not count.
      caller.version++
      caller.viewer = viewer
      await Promise.all([...caller.documents.values()].map(askMember))
      await Promise.all([...caller.records].map((room) => askRecords(caller, room)))
      if (told) caller.socket.emit('notice', { code: 'rights-changed' })
      watch(caller)
    } catch (error) {
      needs.report.error({ err: error }, 'rights could not be asked for; the socket waits')
      await pause(askAgainAfterFailure)
      if (callers.has(caller)) await askCaller(caller, told)
    } finally {
      for (const open of gates) open()
    }
  }
  const gate = (member: Member): (() => void) => {
    let open = (): void => {}
    const closed = new Promise<void>((done) => {
      open = done
    })
    member.asking = closed
    return () => {
      if (member.asking === closed) member.asking = null
      open()
    }
  }
  const askRecords = async (caller: Caller, room: Parameters<Changes['enter']>[1]): Promise<void> => {
    try {
      await needs.changes.enter(caller.viewer, room)
    } catch {
      needs.leaveRecords(caller, room)
    }
  }

  const watch = (caller: Caller): void => {
    clearTimeout(caller.timer)
    if (!callers.has(caller)) return
    const ends = [caller.session.until, ...caller.viewer.offices.flatMap(({ until }) => until ?? [])]
    const next = Math.min(...ends.map((end) => end.getTime())) - now().getTime()
    caller.timer = setTimeout(
      () => {
        if (holds(caller)) void askCaller(caller, next <= longestTimer)
        else needs.endSession(caller)
      },
      Math.min(Math.max(next, 0) + 1, longestTimer),
    )
  }
  const holds = (caller: Caller): boolean => caller.session.until > now()

  const stillSignedIn = async (caller: Caller): Promise<void> => {
    const session = await needs.sessions.find(caller.socket.data.cookie)
    if (!session) needs.endSession(caller)
  }
  const stops = [
    bus.subscribe('rights', ({ personIds }) => {
      rightsMoves++
      known.forget()
      for (const caller of callers) if (personIds.includes(caller.personId)) void askCaller(caller, true)
    }),
    bus.subscribe('grant', ({ documentId }) => {
      moves++
      known.forget()
      for (const caller of callers) {
        const member = caller.documents.get(documentId)
        if (member) void askMember(member)
      }
    }),
    // Whatever a command changed: what somebody may do with a text can follow from any record.
    bus.subscribe('change', known.forget),
    bus.subscribe('session', ({ sessionId }) => {
      for (const caller of callers) if (caller.session.id === sessionId) needs.endSession(caller)
    }),
  ]
  const anyway = setInterval(() => {
    turn = (turn + 1) % turns
    for (const caller of callers) {
      if (turnOf.get(caller) !== turn) continue
      stillSignedIn(caller).catch(() => {}) // asked again next time
      void askCaller(caller, false)
    }
  }, askAnyway / turns)

  return {
    enter,
    entered(caller) {
      turnOf.set(caller, entries++ % turns)
      watch(caller)
      stillSignedIn(caller).catch(() => {}) // asked again before long
    },
    moved: (caller) => moves + caller.version,
    rightsMoved: () => rightsMoves,
    holds,
    close() {
      clearInterval(anyway)
      for (const caller of callers) clearTimeout(caller.timer)
      for (const stop of stops) stop()
    },
  }
}
