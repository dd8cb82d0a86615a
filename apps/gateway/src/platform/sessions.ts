import { createHash, randomBytes } from 'node:crypto'
import type { Connection } from 'mongoose'
import { type Bus, keptAcrossNodes } from './bus.js'
import type { Session, Sessions } from './session.js'
import { type SessionRecord, sessionModel } from './session.model.js'
import type { SessionCookie } from './session-cookie.js'
import { nothingToNote, type SureMessages, type Tell, tellNumber } from './sure-messages.js'
import { inTransaction } from './transaction.js'

export interface SessionNeeds {
  db: Connection
  bus: Bus
  cookie: SessionCookie
  /** For nodes that the bus does not reach. */
  sure?: Pick<SureMessages, 'note'>
  /** For how long an answer is kept, in milliseconds. */
  keptFor?: number
  now: () => Date
  limits: { sessionIdle: number; sessionAbsolute: number }
}

export function createSessions(needs: SessionNeeds): Sessions {
  const { db, bus, cookie, sure = nothingToNote, keptFor = keptAcrossNodes, now, limits } = needs
  const sessions = sessionModel(db)
  const active = new Set<string>()
  const kept = new Map<string, { record: Promise<SessionRecord | null>; until: number }>()
  bus.subscribe('session', ({ sessionId }) => void kept.delete(sessionId))

  const stale = (at: Date) => new Date(at.getTime() - limits.sessionIdle)
  const live = (record: SessionRecord, at: Date) =>
    record.until > at && (record.activeAt > stale(at) || active.has(record._id))

  /** A page asks several things at once: each must not cost a look at the database. An end heard on the bus counts at once. */
  function record(id: string, at: Date): Promise<SessionRecord | null> {
    const known = kept.get(id)
    if (known && known.until > at.getTime()) return known.record
    const read = sessions.findById(id).lean().exec()
    kept.set(id, { record: read, until: at.getTime() + keptFor })
    const forget = () => void kept.delete(id)
    // Whoever has no session must not fill the memory with guesses.
    read.then((found) => found ?? forget(), forget)
    return read
  }

  /** Activity is noted in memory and written by the sweep: one write per session and sweep, however much is typed. */
  async function noteActivity(at: Date): Promise<void> {
    const ids = [...active]
    active.clear()
    if (ids.length > 0) await sessions.updateMany({ _id: { $in: ids } }, { $max: { activeAt: at } })
  }

  async function end(id: string): Promise<void> {
    const tell: Tell = (to) => to.publish('session', { sessionId: id })
    const number = await inTransaction(db, async (session) => {
      await sessions.deleteOne({ _id: id }, { session })
      return sure.note(session, now(), [], tell)
    })
    tell(bus)
    tellNumber(bus, number)
  }

  return {
    async open(personId) {
      const token = randomBytes(32).toString('base64url')
      const at = now()
      const until = new Date(at.getTime() + limits.sessionAbsolute)
      const opened = { _id: hashed(token), personId, openedAt: at, activeAt: at, until }
      await sessions.create(opened)
      return { session: shown(opened), cookie: cookie.set(token, limits.sessionAbsolute) }
    },
    async find(cookieHeader) {
      const token = cookie.read(cookieHeader)
      const found = token && (await record(hashed(token), now()))
      return found && live(found, now()) ? shown(found) : null
    },
    end,
    active: (id) => void active.add(id),
    async sweep() {
      const at = now()
      for (const [id, { until }] of kept) if (until <= at.getTime()) kept.delete(id)
      await noteActivity(at)
      const over = await sessions.find({ $or: [{ until: { $lte: at } }, { activeAt: { $lte: stale(at) } }] }).lean()
      await Promise.all(over.map(({ _id }) => end(_id)))
    },
  }
}

const hashed = (token: string) => createHash('sha256').update(token).digest('base64url')

function shown({ _id, personId, until }: SessionRecord): Session {
  return { id: _id, personId, until }
}
