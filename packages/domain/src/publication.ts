import { type ActionStatus, unfinishedStatuses } from './action.js'
import type { Viewer } from './offices.js'
import type { Owner } from './owner.js'
import { may } from './permissions.js'
import type { Audience } from './record.js'
import { Refusal } from './refusal.js'

/** From the first idea to what is law: the words of the documents and no others. */
export const publicationStages = [
  'planned',
  'in-development',
  'in-consultation',
  'under-review',
  'published',
  'in-force',
  'amended',
  'not-stated',
] as const
export type PublicationStage = (typeof publicationStages)[number]

export const translationStates = ['not-stated', 'not-needed', 'awaiting', 'in-translation', 'both-languages'] as const
export type TranslationState = (typeof translationStates)[number]

/** Where a document stands now, beside what the programme's documents printed of it. Its id is the publication's. */
export interface PublicationState {
  id: string
  /** What a document is that was added here; null for one that the programme's documents name. */
  added: { title: string; kind: string; link: string | null } | null
  stage: PublicationStage | null
  edition: string | null
  owner: Owner | null
  translation: TranslationState
  /** Actions that put it into use, and what is known of its use, dated. */
  actionIds: string[]
  uptake: { at: Date; personId: string; text: string }[]
  audience: Audience
}

/** The stage as the documents print it. */
export function stageOf(printed: string): PublicationStage {
  const word = printed.replaceAll(' ', '-')
  return publicationStages.find((stage) => stage === word) ?? 'not-stated'
}

/**
 * Where a document stands from now on. One that was added here is for members until it is published, and publishing is an act of its
 * own (matrix, "Publish"); those the programme's documents name are public as they are.
 */
export function staged<S extends PublicationState>(viewer: Viewer, state: S, stage: PublicationStage): S {
  if (!state.added || !isOut(stage)) return { ...state, stage }
  if (!may(viewer, 'write', { space: 'publish' })) throw new Refusal('not-permitted')
  return { ...state, stage, audience: 'public' }
}

export const isOut = (stage: PublicationStage) => stage === 'published' || stage === 'in-force' || stage === 'amended'

export const implementationStates = ['none', 'open', 'done'] as const

/** Publishing is not the end: put into use only when every action for it is finished. */
export function implementationOf(statuses: readonly ActionStatus[]): (typeof implementationStates)[number] {
  if (statuses.length === 0) return 'none'
  return statuses.some((status) => unfinishedStatuses.includes(status)) ? 'open' : 'done'
}
