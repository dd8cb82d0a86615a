import { type DoneAct, Refusal } from '@camau/domain'
import { type Connection, trusted } from 'mongoose'
import { z } from 'zod'
import { type AuditRecord, auditModel } from '../../platform/audit.model.js'
import type { Transaction } from '../../platform/command.js'
import { commandModel } from '../../platform/command.model.js'
import { type DoneLine, fieldsSet } from '../../platform/undoing.js'

/** One command, with what it did to each record. */
export interface StoredAct extends DoneAct {
  id: string
  lines: readonly DoneLine[]
  /** Number of its first line in the trail. */
  from: number
}

/** Somebody else's change of what the act had set. */
export interface SetSince {
  personId: string
  at: Date
}

export interface Acts {
  /** Throws Refusal('not-found'). */
  get(id: string, tx?: Transaction): Promise<StoredAct>
  /** The last change anybody else made to what it set; null when nobody did. */
  setSince(act: StoredAct, tx: Transaction): Promise<SetSince | null>
  /** Another undo of the same act at this moment is a conflict: the later one is tried again, and refused. */
  setUndone(act: StoredAct, tx: Transaction): Promise<void>
}

/** What was done, from the record of the command and the trail: nothing is kept for the sake of undoing. */
export function createActs(db: Connection): Acts {
  const commands = commandModel(db)
  const trail = auditModel(db)
  return {
    async get(id, tx) {
      const session = tx?.session ?? null
      const done = await commands.findById(id).session(session).lean()
      if (!done) throw new Refusal('not-found')
      const rows = await trail.find({ mutationId: id }).sort({ _id: 1 }).session(session).lean<AuditRecord[]>()
      const { personId, command, at, undone = false } = done
      return { id, personId, command, at, undone, from: rows[0]?._id ?? 0, lines: rows.map(lineOf) }
    },
    async setSince({ personId, lines, from }, { session }) {
      const later = { _id: trusted({ $gt: from }), person: trusted({ $ne: personId }) }
      const rows = await trail.find(later).sort({ _id: -1 }).session(session).lean<AuditRecord[]>()
      const touching = rows.filter((row) => row.command !== 'undoAct' && lines.some((line) => touches(row, line)))
      const ids = touching.map(({ mutationId }) => mutationId)
      const undone = await commands
        .find({ _id: trusted({ $in: ids }), undone: true })
        .session(session)
        .lean()
      // What they took back themselves is as if it had not been.
      const standing = touching.find(({ mutationId }) => undone.every(({ _id }) => _id !== mutationId))
      return standing ? { personId: standing.person, at: standing.at } : null
    },
    async setUndone({ id }, { session }) {
      await commands.updateOne({ _id: id }, { $set: { undone: true } }, { session })
    },
  }
}

function touches(row: AuditRecord, line: DoneLine): boolean {
  if (row.record !== `${line.type}:${line.id}`) return false
  const ours = fieldsSet(line)
  return fieldsSet(lineOf(row, 0)).some((name) => ours.includes(name))
}

const fields = z.record(z.string(), z.unknown())

function lineOf({ command, record, before, after }: AuditRecord, index: number): DoneLine {
  const colon = record.indexOf(':')
  return {
    command,
    type: record.slice(0, colon),
    id: record.slice(colon + 1),
    first: index === 0,
    before: fields.nullable().parse(JSON.parse(before)),
    after: fields.nullable().parse(JSON.parse(after)) ?? {},
  }
}
