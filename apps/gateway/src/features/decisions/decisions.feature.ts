import {
  type BodyPlace,
  type DecisionOutcome,
  dayInLondon,
  officeFor,
  plainDecision,
  type Viewer,
  type VoteCounts,
} from '@camau/domain'
import type { Connection } from 'mongoose'
import type { Transaction } from '../../platform/command.js'
import { nextNumber } from '../../platform/counters.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { DecisionResolver, MeetingDecisionsResolver } from './decision.resolver.js'
import { decisionType } from './decision.shape.js'
import type { DecisionNeeds } from './decision-needs.js'
import { AdviceReplyResolver, DissentResolver, EarlierDecisionResolver } from './decision-parts.resolver.js'
import { DecisionRestrictionResolver } from './decision-restriction.resolver.js'

export type DecisionsFeatureNeeds = Omit<DecisionNeeds, 'nextNumber'> & { db: Connection }

/** What a written procedure hands over when it is closed. */
export interface DecidedInWriting {
  id: string
  procedureId: string
  body: BodyPlace
  text: string
  outcome: DecisionOutcome
  votes: VoteCounts
}

export interface DecisionsFeature extends Feature {
  /** null: nobody closed it, its time was over. */
  recordInWriting: (tx: Transaction, viewer: Viewer | null, decided: DecidedInWriting) => Promise<void>
}

/** Decisions of meetings and of written procedures, and those the documents record. */
export function createDecisions({ db, ...needs }: DecisionsFeatureNeeds): DecisionsFeature {
  const all: DecisionNeeds = { ...needs, nextNumber: ({ session }) => nextNumber(db, session, 'decisions') }
  return {
    resolvers: [
      new DecisionResolver(all),
      new MeetingDecisionsResolver(all),
      new DecisionRestrictionResolver(all),
      new DissentResolver(),
      new EarlierDecisionResolver(),
      new AdviceReplyResolver(),
    ],
    sources: {
      async Decision(viewer, ids) {
        const found = await needs.decisions.list(viewer, { ids })
        return inOrder(ids, found.map(decisionType), ({ id }) => id)
      },
    },
    async recordInWriting(tx, viewer, { body, ...decided }) {
      const decision = {
        ...plainDecision,
        ...decided,
        number: await all.nextNumber(tx),
        meetingId: null,
        bodyId: body.id,
        date: dayInLondon(tx.at),
        recordedBy: viewer?.personId ?? null,
        recordedAt: tx.at,
        actionIds: [],
        dissent: [],
        earlier: [],
        audience: 'member' as const,
        source: null,
        version: 1,
      }
      const office = viewer && officeFor(viewer, 'prepare', { space: 'body', body })
      await needs.decisions.add(tx, decision, office)
    },
  }
}
