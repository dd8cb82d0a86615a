import { type Act, type BodyPlace, officeFor, Refusal, type Viewer } from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory, KnownBody } from '../../platform/directory.js'
import type { Notify } from '../../platform/notify.js'
import type { ProcedureStore, StoredProcedure } from './procedure.kind.js'

export interface ProcedureNeeds {
  procedures: ProcedureStore
  command: Command
  directory: Directory
  notify: Notify
  /** Who holds a voting office on the body at that moment. */
  votersOf: (body: BodyPlace, at: Date) => Promise<readonly string[]>
  now: () => Date
  /** The outcome becomes a decision, in the same transaction; null: nobody closed it, its time was over. */
  recordOutcome: (tx: Transaction, viewer: Viewer | null, closed: StoredProcedure, body: BodyPlace) => Promise<void>
}

/** A procedure beside its body, which the rules need. */
export interface HeldStoredProcedure {
  record: StoredProcedure
  body: KnownBody
}

interface ProcedureChange {
  change: (held: HeldStoredProcedure, tx: Transaction) => StoredProcedure
  /** By which right: the audit trail names the office. */
  act: Act
  /** What goes with it, after the procedure itself. */
  also?: (tx: Transaction, saved: HeldStoredProcedure) => Promise<void>
}

/** Read, decide, save, tell: the same for every verb on one procedure. */
export function changeProcedure(
  { procedures, command, directory }: ProcedureNeeds,
  viewer: Viewer,
  name: string,
  input: { mutationId: string; id: string },
  { change, act, also }: ProcedureChange,
): Promise<StoredProcedure> {
  return command(
    { command: name, viewer, input },
    async (tx) => {
      const record = await procedures.get(viewer, input.id, tx)
      const body = (await directory.now()).bodies.get(record.bodyId)
      if (!body) throw new Refusal('not-found')
      const office = officeFor(viewer, act, { space: 'body', body })
      const saved = await procedures.save(tx, record, change({ record, body }, tx), office)
      await also?.(tx, { record: saved, body })
      return saved
    },
    (id) => procedures.get(viewer, id),
  )
}
