import type { Connection } from 'mongoose'
import { findingKind } from '../features/evidence/evidence.kinds.js'
import { conditionKind } from '../features/funding/condition.kind.js'
import { measureKind, planKind } from '../features/measures/measure.kinds.js'
import { publicationStateKind } from '../features/publications/publication-state.kind.js'
import { type KeptRecord, type RecordKind, recordModel, rowOf } from '../platform/record-store.js'
import { inTransaction } from '../platform/transaction.js'
import { importModel, importPatience } from './import.model.js'
import { mapConditions, mapFindings, mapMeasures, mapPlans, mapPublicationStates } from './map-numbers.js'
import { readSeed } from './read-seed.js'

/** What follows from the documents' figures: measures, plans, findings, conditions. Once and as a whole, also into a database of an earlier version. */
export async function importNumbers(db: Connection, folder: string, now: () => Date): Promise<void> {
  const marks = importModel(db)
  if (await marks.findById('numbers').lean()) return
  const seed = await readSeed(folder)
  await inTransaction(
    db,
    async (session) => {
      if (await marks.findById('numbers').session(session).lean()) return
      const insert = async <R extends KeptRecord>(kind: RecordKind<R>, records: readonly R[]) => {
        await recordModel(db, kind).insertMany(records.map(rowOf), { session })
        return records.length
      }
      const counts = [
        await insert(measureKind, mapMeasures(seed)),
        await insert(planKind, mapPlans(seed)),
        await insert(findingKind, mapFindings(seed)),
        await insert(conditionKind, mapConditions(seed)),
        await insert(publicationStateKind, mapPublicationStates(seed)),
      ]
      const records = counts.reduce((sum, one) => sum + one, 0)
      await marks.create([{ _id: 'numbers', at: now(), records }], { session })
    },
    importPatience,
  )
}
