import { fitting, type Viewer, withdrawProcedure as withdrawn } from '@camau/domain'
import type { ReasonInput } from '../../platform/graphql/record-inputs.js'
import { changeProcedure, type ProcedureNeeds } from './change-procedure.js'
import type { StoredProcedure } from './procedure.kind.js'

/** The question is taken back before its time, with a reason; no decision comes of it. */
export function withdrawProcedure(needs: ProcedureNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredProcedure> {
  return changeProcedure(needs, viewer, 'withdrawProcedure', input, {
    act: 'prepare',
    change: (held, { at }) => withdrawn(viewer, held, fitting('reason', input.reason), at),
  })
}
