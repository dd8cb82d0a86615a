import { type Connection, trusted } from 'mongoose'
import { z } from 'zod'
import { changeModel } from '../../platform/change.model.js'
import type { Transaction } from '../../platform/command.js'
import { literally } from '../../platform/literally.js'
import type { TextAtHand } from './version-needs.js'

const patches = z.array(z.looseObject({ type: z.string(), id: z.string(), fields: z.looseObject({}) }))
type Patch = z.output<typeof patches>[number]

/** What rooms were told of the text before: an action's title stands in every patch of it, a version's name in its own. */
export async function redactTold(
  db: Connection,
  { session }: Transaction,
  { id, subject }: TextAtHand,
  words: (text: string) => string,
): Promise<void> {
  const changes = changeModel(db)
  const { type, id: recordId } = subject
  const isOfText = (patch: Patch): boolean =>
    type === 'Action' && patch.type === type
      ? patch.id === recordId
      : patch.type === 'DocumentVersion' && patch.fields.documentId === id
  // In whatever room: an action moves between bodies and people, and what they were told of it stays theirs.
  const rows = changes
    .find({ patches: trusted({ $regex: literally(recordId) }) }, { patches: 1 })
    .session(session)
    .lean()
  for await (const row of rows.cursor()) {
    const told = patches.parse(JSON.parse(row.patches))
    const left = JSON.stringify(told.map((patch) => (isOfText(patch) ? inStrings(patch, words) : patch)))
    if (left !== row.patches) await changes.updateOne({ _id: row._id }, { $set: { patches: left } }, { session })
  }
}

/** The same value with other words in it. */
function inStrings(value: unknown, words: (text: string) => string): unknown {
  if (typeof value === 'string') return words(value)
  if (Array.isArray(value)) return value.map((one) => inStrings(one, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inStrings(one, words)]))
}
