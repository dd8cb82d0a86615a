import type { Connection } from 'mongoose'
import { nextNumber, startCount } from '../../platform/counters.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { storedSource } from '../../platform/search-source.js'
import type { WorkAreaNeeds } from './propose-work-area.js'
import { ProgressPointResolver, WorkAreaResolver } from './work-area.resolver.js'
import { workAreaType } from './work-area.type.js'

export type WorkAreasFeatureNeeds = Omit<WorkAreaNeeds, 'nextNumber'> & { db: Connection }

/** The areas of the work programme, their change control and their progress. */
export function createWorkAreas({ db, ...given }: WorkAreasFeatureNeeds): Feature & { needs: WorkAreaNeeds } {
  const needs: WorkAreaNeeds = {
    ...given,
    async nextNumber({ session }, last) {
      await startCount(db, session, 'workAreas', last)
      return nextNumber(db, session, 'workAreas')
    },
  }
  return {
    needs,
    resolvers: [new WorkAreaResolver(needs), new ProgressPointResolver()],
    sources: {
      async WorkArea(viewer, ids) {
        return inOrder(ids, (await needs.workAreas.list(viewer)).map(workAreaType), ({ id }) => id)
      },
    },
    search: [
      storedSource('WorkArea', needs.workAreas, ({ title, progressPoints }) => [
        title.en,
        title.cy,
        ...progressPoints.map(({ text }) => text),
      ]),
    ],
  }
}
