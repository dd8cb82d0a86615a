import { type ClientSession, type Connection, trusted } from 'mongoose'
import type { Bus, Publisher, Said, Topic } from './bus.js'
import { parseBusMessage } from './bus.parse.js'
import type { ChangeRow } from './changes.js'
import { sureHeadModel, sureModel } from './sure-message.model.js'

/** What was noted by one transaction. */
export interface SureMessage {
  number: number
  rows: readonly string[]
  said: readonly Said[]
}

/**
 * What must reach every node within a second though messages get lost: rights, sessions that ended, texts that go on in another
 * history. Noted in the transaction that makes it so; nodes read what nobody told them.
 */
export interface SureMessages {
  /** Gives the number under which `tell` was noted; null when nothing of it must be sure. */
  note(session: ClientSession, at: Date, rows: readonly ChangeRow[], tell: Tell): Promise<number | null>
  head(): Promise<number>
  after(number: number): Promise<SureMessage[]>
}
export type Tell = (bus: Publisher) => void

const mustArrive: ReadonlySet<Topic> = new Set<Topic>(['rights', 'grant', 'moved', 'session'])
const head = 'head'
const mostAtOnce = 200

/** For a single node: whoever could miss a message would be itself. */
export const nothingToNote: Pick<SureMessages, 'note'> = { note: async () => null }

export function createSureMessages(db: Connection): SureMessages {
  const notes = sureModel(db)
  const heads = sureHeadModel(db)
  return {
    async note(session, at, rows, tell) {
      const said = saidBy(tell).filter(({ topic }) => mustArrive.has(topic))
      if (said.length === 0) return null
      // Another transaction that takes the same number meanwhile is a conflict: this one is tried again.
      const last = await heads.findOneAndUpdate({ _id: head }, { $inc: { seq: 1 } }, { session, upsert: true }).lean()
      const _id = (last?.seq ?? 0) + 1
      const messages = JSON.stringify(said.map(({ topic, message }) => [topic, message]))
      await notes.create([{ _id, at, rows: rows.map(({ room, seq }) => `${room} ${seq}`), messages }], { session })
      return _id
    },
    head: async () => (await heads.findById(head).lean())?.seq ?? 0,
    async after(number) {
      const found = notes
        .find({ _id: trusted({ $gt: number }) })
        .sort({ _id: 1 })
        .limit(mostAtOnce)
      return (await found.lean()).map(({ _id, rows, messages }) => ({ number: _id, rows, said: parsed(messages) }))
    },
  }
}

/** What would be published, without publishing it. */
function saidBy(tell: Tell): Said[] {
  const all: Said[] = []
  tell({ publish: (topic, message) => void all.push({ topic, message } as Said) })
  return all
}

function parsed(messages: string): Said[] {
  const all: unknown = JSON.parse(messages)
  return Array.isArray(all) ? all.flatMap((one) => parseBusMessage(one) ?? []) : []
}

/** Tells the others that what was noted under this number has been said: who heard it need not read it. */
export function tellNumber(bus: Bus, number: number | null): void {
  if (number !== null) bus.publish('told', { number })
}
