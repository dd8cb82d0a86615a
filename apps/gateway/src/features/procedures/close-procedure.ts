import { closeProcedure as closed, type Viewer } from '@camau/domain'
import type { ActionInput } from '../../platform/graphql/record-inputs.js'
import { changeProcedure, type ProcedureNeeds } from './change-procedure.js'
import type { StoredProcedure } from './procedure.kind.js'

/** The time is over, or everybody has voted: the outcome becomes a decision. */
export function closeProcedure(needs: ProcedureNeeds, viewer: Viewer, input: ActionInput): Promise<StoredProcedure> {
  return changeProcedure(needs, viewer, 'closeProcedure', input, {
    act: 'prepare',
    change: (held, { at, newId }) => closed(viewer, held, newId(), at),
    also: (tx, { record, body }) => needs.recordOutcome(tx, viewer, record, body),
  })
}
