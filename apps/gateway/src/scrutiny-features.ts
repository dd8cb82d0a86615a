import type { Viewer } from '@camau/domain'
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
import type { Notify } from './platform/notify.js'
import { createRecordStore, type RecordStore } from './platform/record-store.js'
import { reportData } from './report-data.js'

interface ScrutinyNeeds {
  common: { db: Connection; bus: Bus; now: () => Date; command: Command; directory: Directory; notify: Notify }
  registers: Registers
  actions: ActionStore
  legacy: LegacyStore
  workAreas: Pick<RecordStore<StoredWorkArea>, 'list'>
}

/** Letters, recommendations and the data behind reports: what scrutiny asks of the programme. */
export function scrutinyFeatures({ common, registers, actions, legacy, workAreas }: ScrutinyNeeds) {
  const reports = new ReportResolver(reportData({ registers, actions, legacy, workAreas }))
  const letters = createLetters({
    ...common,
    printed: registers.correspondence,
    letters: createRecordStore(common, letterKind),
  })
  const features: Feature[] = [
    letters,
    createRecommendations({
      ...common,
      printed: (viewer) => printedRecommendations(legacy, viewer),
      recommendations: createRecordStore(common, recommendationKind),
      knownActions: async (viewer, ids) => (await actions.list(viewer, { ids })).map(({ record }) => record.id),
    }),
    { resolvers: [reports], sources: {} },
  ]
  return { features, countLetters: letters.count }
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
