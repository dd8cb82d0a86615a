import { closeByClock, procedureState, Refusal, type Viewer } from '@camau/domain'
import { newId } from '../../platform/ids.js'
import type { ProcedureNeeds } from './change-procedure.js'
import type { StoredProcedure } from './procedure.kind.js'

/** In the audit trail, and to those who are told. */
const theClock: Viewer = { personId: 'by-the-clock', name: 'By the clock', offices: [] }

/** Closes every vote whose time is over. Of several nodes that see it at once one writes; the others find it closed. */
export async function closeWhatIsOver(needs: ProcedureNeeds): Promise<void> {
  const at = needs.now()
  const over = (await needs.procedures.all()).filter((one) => procedureState(one, at) === 'decided')
  for (const procedure of over) await close(needs, procedure).catch(doneElsewhere)
}

function close({ command, procedures, directory, recordOutcome }: ProcedureNeeds, before: StoredProcedure) {
  return command(
    { command: 'closeProcedure', viewer: theClock, input: { mutationId: newId() } },
    async (tx) => {
      const body = (await directory.now()).bodies.get(before.bodyId)
      if (!body) throw new Refusal('not-found')
      const closed = await procedures.save(tx, before, closeByClock(before, tx.newId(), tx.at), null)
      await recordOutcome(tx, null, closed, body)
    },
    async () => undefined,
  )
}

/** Somebody's last vote, or another node, came first: what is left to do is seen the next time. */
function doneElsewhere(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}
