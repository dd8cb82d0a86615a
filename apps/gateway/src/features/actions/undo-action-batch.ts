import { may, onBody, Refusal, type Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { HeldStoredAction, StoredAction } from './action.model.js'
import { actionBatchModel, type BatchRow } from './action-batch.model.js'
import type { UndoActionBatchInput } from './action-batch.type.js'
import { type Batch, type BatchNeeds, readBatch, ruling } from './change-actions.js'

/** The whole lot goes back to what it was, by whoever changed it and still may; not where somebody has changed a row since. */
export function undoActionBatch(needs: BatchNeeds, viewer: Viewer, input: UndoActionBatchInput): Promise<Batch> {
  const batches = actionBatchModel(needs.db)
  return needs.command(
    { command: 'undoActionBatch', viewer, input },
    async (tx) => {
      const batch = await batches.findById(input.batchId).session(tx.session).lean()
      if (batch?.personId !== viewer.personId) throw new Refusal('not-found')
      if (batch.undone) throw new Refusal('already-so')
      const rows = await unchanged(needs, tx, viewer, batch.rows)
      const changes: { before: StoredAction; after: StoredAction }[] = []
      for (const { held, row } of rows) {
        const after = { ...held.record, ...row.before }
        const { record } = await needs.actions.save(tx, viewer, held, after, ruling(viewer, held))
        changes.push({ before: held.record, after: record })
      }
      await needs.tellWaiting(tx, changes)
      await batches.updateOne({ _id: input.batchId }, { $set: { undone: true } }, { session: tx.session })
      return { id: input.batchId, actions: changes.map(({ after }) => after) }
    },
    () => readBatch(needs, viewer, input.batchId),
  )
}

async function unchanged(needs: BatchNeeds, tx: Transaction, viewer: Viewer, rows: readonly BatchRow[]) {
  const found: { held: HeldStoredAction; row: BatchRow }[] = []
  for (const row of rows) found.push({ row, held: await needs.actions.get(viewer, row.id, tx) })
  const moved = found.filter(({ held, row }) => held.record.version !== row.version)
  if (moved.length > 0) throw new Refusal('not-undoable', { numbers: moved.map(({ held }) => held.record.number) })
  if (found.some(({ held }) => !may(viewer, 'rule', onBody(held)))) throw new Refusal('not-permitted')
  return found
}
