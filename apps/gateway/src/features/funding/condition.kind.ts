import type { FundingCondition } from '@camau/domain'
import { maybeSource, needed, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'

export type StoredCondition = FundingCondition & KeptRecord

export const conditionKind: RecordKind<StoredCondition> = {
  type: 'FundingCondition',
  collection: 'fundingConditions',
  fields: {
    fundingId: needed,
    text: needed,
    reviewOn: text,
    evidence: text,
    met: { type: Object, default: null },
    source: maybeSource,
  },
  order: (a, b) => (a.id < b.id ? -1 : 1),
  place: () => ({ space: 'operational-board' }),
  rooms: () => ['programme'],
  patch: ({ text, reviewOn, evidence }) => ({ text, reviewOn, evidence }),
}
