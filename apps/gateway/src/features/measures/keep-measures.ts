import { type Viewer, whyNotChangeMeasure, whyNotKeepNumbers } from '@camau/domain'
import type { StoredMeasure } from './measure.kinds.js'
import type { MeasuresNeeds } from './measures.needs.js'

export type KeepMeasures = Pick<MeasuresNeeds, 'keepMeasures'>

/** Whoever keeps the numbers of a place changes its measures, until they are retired. */
export const changes = (viewer: Viewer, place: Parameters<typeof whyNotKeepNumbers>[1], measure: StoredMeasure) =>
  whyNotChangeMeasure(viewer, measure, place)
