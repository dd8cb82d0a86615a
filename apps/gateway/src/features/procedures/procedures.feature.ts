import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { storedSource } from '../../platform/search-source.js'
import type { ProcedureNeeds } from './change-procedure.js'
import { closeWhatIsOver } from './close-by-clock.js'
import { NotedDecisionsResolver, type NotedNeeds } from './noted-decisions.resolver.js'
import { CastVoteResolver, ProcedureResolver } from './procedure.resolver.js'
import { procedureType } from './procedure.type.js'

export type ProceduresFeatureNeeds = ProcedureNeeds & NotedNeeds

/** Decisions between meetings, in writing. */
export function createProcedures(needs: ProceduresFeatureNeeds): Feature {
  return {
    resolvers: [new ProcedureResolver(needs), new CastVoteResolver(), new NotedDecisionsResolver(needs)],
    sources: {
      async WrittenProcedure(viewer, ids) {
        const found = (await needs.procedures.list(viewer)).filter(({ id }) => ids.includes(id))
        return inOrder(ids, found.map(procedureType), ({ id }) => id)
      },
    },
    byTheClock: () => closeWhatIsOver(needs),
    search: [storedSource('WrittenProcedure', needs.procedures, ({ question, reason }) => [question, reason])],
  }
}
