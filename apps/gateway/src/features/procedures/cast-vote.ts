import { castVote as cast, type Viewer } from '@camau/domain'
import { changeProcedure, type ProcedureNeeds } from './change-procedure.js'
import type { StoredProcedure } from './procedure.kind.js'
import type { CastVoteInput } from './procedure.type.js'

/** A voter says for, against or neither; said again before the closing time, the later word counts. */
export function castVote(needs: ProcedureNeeds, viewer: Viewer, input: CastVoteInput): Promise<StoredProcedure> {
  return changeProcedure(needs, viewer, 'castVote', input, {
    act: 'read',
    change: (held, { at }) => cast(viewer, held, input.choice, at),
  })
}
