import type { Connection } from 'mongoose'
import { nextNumber } from '../../platform/counters.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { DecisionResolver, MeetingDecisionsResolver } from './decision.resolver.js'
import { decisionType } from './decision.shape.js'
import type { RecordDecisionNeeds } from './record-decision.js'

export type DecisionsFeatureNeeds = Omit<RecordDecisionNeeds, 'nextNumber'> & { db: Connection }

/** Decisions of meetings, and those the documents record. */
export function createDecisions({ db, ...needs }: DecisionsFeatureNeeds): Feature {
  const all: RecordDecisionNeeds = { ...needs, nextNumber: ({ session }) => nextNumber(db, session, 'decisions') }
  return {
    resolvers: [new DecisionResolver(all), new MeetingDecisionsResolver(all)],
    sources: {
      async Decision(viewer, ids) {
        const found = await needs.decisions.list(viewer, { ids })
        return inOrder(ids, found.map(decisionType), ({ id }) => id)
      },
    },
  }
}
