import { type Action, dayInLondon, goesOn, unfinishedStatuses, type Viewer } from '@camau/domain'
import type { Connection } from 'mongoose'
import type { ActionStore } from './features/actions/action.store.js'
import type { LegacyStore } from './features/legacy/legacy.store.js'
import { recommendationKind, type StoredRecommendation } from './features/recommendations/recommendation.kind.js'
import { createRecommendations } from './features/recommendations/recommendations.feature.js'
import { letterKind } from './features/registers/letter.kind.js'
import { createLetters } from './features/registers/letters.feature.js'
import type { Registers } from './features/registers/registers.feature.js'
import { ReportResolver } from './features/reports/report.resolver.js'
import type { StoredWorkArea } from './features/work-areas/work-area.kind.js'
import type { Bus } from './platform/bus.js'
import type { Command } from './platform/command.js'
import type { Directory } from './platform/directory.js'
import type { Feature } from './platform/feature.js'
import { createRecordStore, type RecordStore } from './platform/record-store.js'

interface ScrutinyNeeds {
  common: { db: Connection; bus: Bus; now: () => Date; command: Command; directory: Directory }
  registers: Registers
  actions: ActionStore
  legacy: LegacyStore
  workAreas: Pick<RecordStore<StoredWorkArea>, 'list'>
}

/** Letters, recommendations and the data behind reports: what scrutiny asks of the programme. */
export function scrutinyFeatures({ common, registers, actions, legacy, workAreas }: ScrutinyNeeds): Feature[] {
  const seen = async (viewer: Viewer) => (await actions.list(viewer)).map(({ record }) => record)
  const reports = new ReportResolver({
    areas: (viewer) => workAreas.list(viewer),
    year: async (viewer, year) => ({
      closedActionIds: (await seen(viewer)).filter((one) => closedIn(one, year)).map(({ id }) => id),
      indicatorIds: (await registers.indicators.all()).filter(({ date }) => date?.includes(year)).map(({ _id }) => _id),
      fundingIds: (await registers.funding.all()).filter(({ period }) => period?.includes(year)).map(({ _id }) => _id),
    }),
    closing: async (viewer) => ({
      openLegacyItemIds: (await legacy.items(viewer)).filter(goesOn).map(({ id }) => id),
      openCommitmentIds: (await legacy.commitments(viewer))
        .filter((one) => goesOn(one) && one.status !== 'done')
        .map(({ id }) => id),
      openActionIds: (await seen(viewer))
        .filter(({ status }) => unfinishedStatuses.includes(status))
        .map(({ id }) => id),
    }),
  })
  return [
    createLetters({
      ...common,
      printed: registers.correspondence,
      letters: createRecordStore(common, letterKind),
    }),
    createRecommendations({
      ...common,
      printed: (viewer) => printedRecommendations(legacy, viewer),
      recommendations: createRecordStore(common, recommendationKind),
      knownActions: async (viewer, ids) => (await actions.list(viewer, { ids })).map(({ record }) => record.id),
    }),
    { resolvers: [reports], sources: {} },
  ]
}

/** Closed here within the year. */
function closedIn({ status, statusHistory }: Pick<Action, 'status' | 'statusHistory'>, year: string): boolean {
  const last = statusHistory.at(-1)
  return status === 'closed' && last !== undefined && dayInLondon(last.at).startsWith(year)
}

/** What reports recommended on the subject of a legacy item, as the documents have it: acceptance is not recorded. */
async function printedRecommendations(legacy: LegacyStore, viewer: Viewer): Promise<StoredRecommendation[]> {
  return (await legacy.items(viewer)).flatMap(({ id, recommendations }) =>
    recommendations.map(({ text, publicationId, source }, n) => ({
      id: `recommendation-${id}-${n + 1}`,
      text,
      publicationId,
      source,
      actionIds: [],
      statements: [],
      audience: 'public' as const,
      version: 1,
    })),
  )
}
