import { combiningStages } from './stages/combining.js'
import { countingStages } from './stages/counting.js'
import { documentStages } from './stages/documents.js'
import { groupStages } from './stages/group.js'
import { redact } from './stages/redact.js'
import type { StageMaker } from './stages/stage.js'
import { unwind } from './stages/unwind.js'
import { setWindowFields } from './stages/window-fields.js'

/** Every stage the engine runs; writing stages are the pipeline's own business. */
export const stages: Record<string, StageMaker> = {
  ...documentStages,
  ...countingStages,
  ...groupStages,
  ...combiningStages,
  $unwind: unwind,
  $redact: redact,
  $setWindowFields: setWindowFields,
}

/** Stages real MongoDB has and this engine leaves out. */
export const refusedStages = new Set([
  '$changeStream',
  '$changeStreamSplitLargeEvent',
  '$collStats',
  '$currentOp',
  '$densify',
  '$documents',
  '$fill',
  '$geoNear',
  '$indexStats',
  '$listLocalSessions',
  '$listSampledQueries',
  '$listSearchIndexes',
  '$listSessions',
  '$planCacheStats',
  '$querySettings',
  '$queryStats',
  '$rankFusion',
  '$scoreFusion',
  '$search',
  '$searchMeta',
  '$shardedDataDistribution',
  '$vectorSearch',
])

/** Whether real MongoDB knows a stage of this name. */
export const isStage = (name: string): boolean =>
  Object.hasOwn(stages, name) || refusedStages.has(name) || name === '$out' || name === '$merge'
