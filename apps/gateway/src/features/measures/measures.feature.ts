import type { Viewer } from '@camau/domain'
import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import type { Feature } from '../../platform/feature.js'
import { createKeeper } from '../../platform/keep-record.js'
import { inOrder } from '../../platform/loaders.js'
import { createRecordStore } from '../../platform/record-store.js'
import { numbersPlace } from '../../platform/register-place.js'
import { storedSource } from '../../platform/search-source.js'
import { figureKind, measureKind, planKind } from './measure.kinds.js'
import { MeasureResolver, MeasureWaitResolver } from './measure.resolver.js'
import { measureType } from './measure.type.js'
import type { MeasuresNeeds } from './measures.needs.js'
import { PlanResolver } from './plan.resolver.js'
import { shownFigures } from './shown-figures.js'

type Needs = Pick<MeasuresNeeds, 'command' | 'directory' | 'now' | 'printed' | 'waitsOf'> & { db: Connection; bus: Bus }

/** Measures, their figures, and the plans behind the four reduction expectations. */
export function createMeasures(needs: Needs) {
  const measures = createRecordStore(needs, measureKind)
  const figures = createRecordStore(needs, figureKind)
  const plans = createRecordStore(needs, planKind)
  const all: MeasuresNeeds = {
    ...needs,
    measures,
    figures,
    plans,
    keepMeasures: createKeeper({ ...needs, store: measures, place: numbersPlace }),
    keepFigures: createKeeper({ ...needs, store: figures, place: numbersPlace }),
    keepPlans: createKeeper({ ...needs, store: plans, place: numbersPlace }),
  }
  const feature: Feature = {
    resolvers: [new MeasureResolver(all), new MeasureWaitResolver(), new PlanResolver(all)],
    sources: {
      async Measure(viewer, ids) {
        return inOrder(ids, (await measures.list(viewer)).map(measureType), ({ id }) => id)
      },
    },
    search: [storedSource('Measure', measures, ({ title, population }) => [title.en, title.cy, population])],
  }
  /** Figures added here, as the viewer may be shown them, by measure; what was corrected since is left out. */
  const addedFigures = async (viewer: Viewer) =>
    Promise.all(
      (await measures.list(viewer)).map(async (measure) => {
        const shown = await shownFigures(all, viewer, measure)
        const corrected = new Set(shown.map(({ replaces }) => replaces))
        return { measure, figures: shown.filter(({ id, imported }) => !imported && !corrected.has(id)) }
      }),
    )
  return { ...feature, measures, addedFigures }
}
