import type { Viewer } from '@camau/domain'
import type { Keeper } from '../../platform/keep-record.js'
import type { StoredFinding, StoredLesson, StoredPractice } from './evidence.kinds.js'

export interface EvidenceNeeds {
  findings: Keeper<StoredFinding>
  lessons: Keeper<StoredLesson>
  practices: Keeper<StoredPractice>
  /** Those of the ids that the viewer may see. */
  knownActions: (viewer: Viewer, ids: readonly string[]) => Promise<readonly string[]>
  knownDecisions: (viewer: Viewer, ids: readonly string[]) => Promise<readonly string[]>
}
