import { type Action, limits, officeFor, Refusal, type RefusalCode, type Viewer } from '@camau/domain'
import type { Connection } from 'mongoose'
import { auditModel } from '../../platform/audit.model.js'
import type { Transaction } from '../../platform/command.js'
import type { HeldStoredAction, StoredAction } from './action.model.js'
import type { ChangeActionsInput } from './action-batch.type.js'
import { type BatchStep, batchStep } from './batch-step.js'
import { type ActionNeeds, withParts } from './change-action.js'

export interface BatchNeeds extends ActionNeeds {
  db: Connection
}

export interface Batch {
  id: string
  actions: StoredAction[]
}

/** One change for many: all of them or none, each under its own rule; whoever is refused learns of every row that stands in the way. */
export function changeActions(needs: BatchNeeds, viewer: Viewer, input: ChangeActionsInput): Promise<Batch> {
  const { command, directory, notify } = needs
  const ids = [...new Set(input.ids)]
  if (ids.length === 0) throw new Refusal('malformed', { field: 'ids' })
  if (ids.length > limits.changedAtOnce) throw new Refusal('too-long', { field: 'ids', limit: limits.changedAtOnce })
  return command(
    { command: 'changeActions', viewer, input },
    async (tx) => {
      const step = batchStep(input, await directory.now())
      const decided = await decide(needs, tx, viewer, ids, step)
      const changes: { before: StoredAction; after: StoredAction }[] = []
      for (const { held, after } of decided) {
        const { record } = await needs.actions.save(tx, viewer, held, after, ruling(viewer, held))
        changes.push({ before: held.record, after: record })
        const about = { type: 'Action', id: record.id } as const
        await notify(
          tx,
          step.tells(record).map((one) => ({ ...one, about })),
        )
      }
      await needs.tellWaiting(tx, changes)
      return { id: input.mutationId, actions: changes.map(({ after }) => after) }
    },
    () => readBatch(needs, viewer, input.mutationId),
  )
}

interface Decided {
  held: HeldStoredAction
  after: Action
}

/** Asks the rule for every row before anything is written. Rows that are so already are left out. */
async function decide(
  { actions }: BatchNeeds,
  tx: Transaction,
  viewer: Viewer,
  ids: readonly string[],
  step: BatchStep,
): Promise<Decided[]> {
  const decided: Decided[] = []
  const refused: { id: string; number: number | null; code: RefusalCode }[] = []
  for (const id of ids) {
    let number: number | null = null
    try {
      const held = await withParts(actions, tx, viewer, await actions.get(viewer, id, tx))
      number = held.record.number
      const after = step.change(viewer, held, tx.at)
      if (after !== held.record) decided.push({ held, after })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ id, number, code: error.code })
    }
  }
  if (refused.length > 0) throw new Refusal('some-refused', { refused })
  if (decided.length === 0) throw new Refusal('already-so')
  return decided
}

const ruling = (viewer: Viewer, { body }: HeldStoredAction) => officeFor(viewer, 'rule', { space: 'body', body })

/** The actions a batch changed, as they are now, those that may be seen. */
async function readBatch({ db, actions }: BatchNeeds, viewer: Viewer, mutationId: string): Promise<Batch> {
  const records = await auditModel(db).distinct('record', { mutationId })
  const found = await actions.list(viewer, { ids: records.map((record) => record.replace(/^Action:/, '')) })
  return { id: mutationId, actions: found.map(({ record }) => record) }
}
