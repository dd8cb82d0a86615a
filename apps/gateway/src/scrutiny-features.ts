import type { Connection } from 'mongoose'
import type { ActionStore } from './features/actions/action.store.js'
import type { LegacyStore } from './features/legacy/legacy.store.js'
import type { StoredItem } from './features/legacy/stored-legacy.js'
import { recommendationKind, type StoredRecommendation } from './features/recommendations/recommendation.kind.js'
import type { RecommendationNeeds } from './features/recommendations/recommendation.resolver.js'
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
  addedFigures: Parameters<typeof reportData>[0]['addedFigures']
}

/** Letters, recommendations and the data behind reports: what scrutiny asks of the programme. */
export function scrutinyFeatures({ common, registers, actions, legacy, workAreas, addedFigures }: ScrutinyNeeds) {
  const reports = new ReportResolver(reportData({ registers, actions, legacy, workAreas, addedFigures }))
  const letters = createLetters({
    ...common,
    printed: registers.correspondence,
    letters: createRecordStore(common, letterKind),
  })
  const recommendations = createRecommendations({
    ...common,
    printed: printedRecommendations(legacy),
    recommendations: createRecordStore(common, recommendationKind),
    knownActions: async (viewer, ids) => (await actions.list(viewer, { ids })).map(({ record }) => record.id),
  })
  const features: Feature[] = [letters, recommendations, { resolvers: [reports], sources: {} }]
  return { features, countLetters: letters.count, lateRecommendations: recommendations.late }
}

/** What reports recommended on the subject of a legacy item, as the documents have it: acceptance is not recorded. */
function printedRecommendations(legacy: LegacyStore): RecommendationNeeds['printed'] {
  let known: { items: readonly StoredItem[]; all: readonly StoredRecommendation[] } | null = null
  return async (viewer) => {
    if (viewer) return (await legacy.items(viewer)).flatMap(recommended)
    const items = await legacy.allItems()
    if (known?.items !== items) known = { items, all: items.flatMap(recommended) }
    return known.all
  }
}

const recommended = ({ id, recommendations }: StoredItem): StoredRecommendation[] =>
  recommendations.map(({ text, publicationId, source }, n) => ({
    id: `recommendation-${id}-${n + 1}`,
    text,
    publicationId,
    source,
    actionIds: [],
    statements: [],
    audience: 'public' as const,
    version: 1,
  }))
