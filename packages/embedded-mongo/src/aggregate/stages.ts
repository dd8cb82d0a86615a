import { combiningStages } from './stages/combining.js'
import { countingStages } from './stages/counting.js'
import { documentStages } from './stages/documents.js'
import { groupStages } from './stages/group.js'
import type { StageMaker } from './stages/stage.js'
import { unwind } from './stages/unwind.js'

/** Every stage the engine runs; writing stages are the pipeline's own business. */
export const stages: Record<string, StageMaker> = {
  ...documentStages,
  ...countingStages,
  ...groupStages,
  ...combiningStages,
  $unwind: unwind,
}

/** Stages real MongoDB has and this engine leaves out. */
export const refusedStages = new Set([
  '$bucketAuto',
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
  '$redact',
  '$scoreFusion',
  '$search',
  '$searchMeta',
  '$setWindowFields',
  '$shardedDataDistribution',
  '$vectorSearch',
])
