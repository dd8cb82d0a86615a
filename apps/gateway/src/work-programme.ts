import type { Viewer } from '@camau/domain'
import type { ActionStore } from './features/actions/action.store.js'
import type { DecisionStore } from './features/decisions/decision.store.js'
import { ideaRecords } from './features/ideas/idea.kind.js'
import { createIdeas, type IdeasFeatureNeeds } from './features/ideas/ideas.feature.js'
import type { PhaseNeeds } from './features/phases/close-phase.js'
import { phaseKind } from './features/phases/phase.kind.js'
import { createPhases } from './features/phases/phases.feature.js'
import { proposeAreaWithin } from './features/work-areas/propose-work-area.js'
import { workAreaKind } from './features/work-areas/work-area.kind.js'
import { createWorkAreas, type WorkAreasFeatureNeeds } from './features/work-areas/work-areas.feature.js'
import { createRecordStore } from './platform/record-store.js'

type Common = Pick<WorkAreasFeatureNeeds, 'db' | 'command' | 'directory'> & Parameters<typeof createRecordStore>[0]

interface WorkProgrammeNeeds extends Common {
  actions: ActionStore
  decisions: DecisionStore
  place: PhaseNeeds['place']
  raiseAction: IdeasFeatureNeeds['raiseAction']
}

/** Phases, their work areas, and the ideas that become work. */
export function createWorkProgramme({ actions, decisions, place, raiseAction, ...common }: WorkProgrammeNeeds) {
  const phases = createRecordStore(common, phaseKind)
  const workAreas = createRecordStore(common, workAreaKind)
  const areasFeature = createWorkAreas({
    ...common,
    workAreas,
    phaseOf: async (id) => (await phases.all()).find((phase) => phase.id === id) ?? null,
    decisionOf: (viewer, id) => decisions.get(viewer, id),
  })
  return {
    workAreas,
    features: [
      areasFeature,
      createPhases({
        ...common,
        phases,
        areas: (viewer) => workAreas.list(viewer),
        actions: async (viewer: Viewer) => (await actions.list(viewer)).map(({ record }) => record),
        place,
      }),
      createIdeas({
        ...common,
        ideas: createRecordStore(common, ideaRecords),
        raiseAction,
        proposeArea: (tx, viewer, made) => proposeAreaWithin(areasFeature.needs, tx, viewer, made),
      }),
    ],
  }
}
