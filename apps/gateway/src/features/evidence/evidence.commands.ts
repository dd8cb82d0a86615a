import {
  cite,
  fitting,
  isDay,
  publishPractice,
  Refusal,
  type RefusalCode,
  type TextLimit,
  type Viewer,
  whyNotWriteEvidence,
} from '@camau/domain'
import { ownerOf } from '../../platform/graphql/owner.js'
import type { Keeper } from '../../platform/keep-record.js'
import { newRecordId } from '../../platform/record-id.js'
import type { StoredFinding, StoredLesson, StoredPractice } from './evidence.kinds.js'
import type {
  AddFindingInput,
  AddGoodPracticeInput,
  AddLessonInput,
  CiteFindingInput,
  PublishGoodPracticeInput,
  SetPracticeReviewInput,
} from './evidence.type.js'

export interface EvidenceNeeds {
  findings: Keeper<StoredFinding>
  lessons: Keeper<StoredLesson>
  practices: Keeper<StoredPractice>
  /** Those of the ids that the viewer may see. */
  knownActions: (viewer: Viewer, ids: readonly string[]) => Promise<readonly string[]>
  knownDecisions: (viewer: Viewer, ids: readonly string[]) => Promise<readonly string[]>
}

export function addFinding({ findings }: EvidenceNeeds, viewer: Viewer, input: AddFindingInput) {
  const make = (): StoredFinding => ({
    id: newRecordId(input.id),
    text: needed('decision', input.text),
    sourceLine: needed('title', input.sourceLine, 'source-needed'),
    date: fitting('label', input.date ?? null) || null,
    population: fitting('title', input.population ?? null) || null,
    workstreamId: input.workstreamId ?? null,
    publicationId: input.publicationId ?? null,
    actionIds: [],
    decisionIds: [],
    source: null,
    audience: 'member',
    version: 1,
  })
  return findings.add('addFinding', viewer, input, make, whyNotWriteEvidence)
}

/** Actions and decisions come to rest on a finding; only on what the person may see. */
export function citeFinding(needs: EvidenceNeeds, viewer: Viewer, input: CiteFindingInput) {
  const { actionIds, decisionIds } = { actionIds: input.actionIds ?? [], decisionIds: input.decisionIds ?? [] }
  return needs.findings.change(
    'citeFinding',
    viewer,
    input,
    async (finding) => {
      const known = [
        ...(await needs.knownActions(viewer, actionIds)),
        ...(await needs.knownDecisions(viewer, decisionIds)),
      ]
      if (![...actionIds, ...decisionIds].every((id) => known.includes(id))) throw new Refusal('not-found')
      return cite(finding, { actionIds, decisionIds })
    },
    whyNotWriteEvidence,
  )
}

export function addLesson({ lessons }: EvidenceNeeds, viewer: Viewer, input: AddLessonInput) {
  const make = (): StoredLesson => ({
    id: newRecordId(input.id),
    session: needed('title', input.session),
    heldOn: day(input.heldOn),
    topic: needed('label', input.topic),
    text: needed('decision', input.text),
    authority: fitting('place', input.authority ?? null) || null,
    sharedWith: (input.sharedWith ?? []).map((name) => fitting('place', name)).filter(Boolean),
    workstreamId: input.workstreamId ?? null,
    audience: 'member',
    version: 1,
  })
  return lessons.add('addLesson', viewer, input, make, whyNotWriteEvidence)
}

export function addGoodPractice({ practices }: EvidenceNeeds, viewer: Viewer, input: AddGoodPracticeInput) {
  return practices.add(
    'addGoodPractice',
    viewer,
    input,
    (_, names): StoredPractice => ({
      id: newRecordId(input.id),
      title: needed('title', input.title),
      text: needed('decision', input.text),
      area: needed('label', input.area),
      authority: fitting('place', input.authority ?? null) || null,
      sourceLine: needed('title', input.sourceLine, 'source-needed'),
      owner: input.owner ? ownerOf(input.owner, names) : null,
      reviewOn: input.reviewOn ? day(input.reviewOn) : null,
      workstreamId: input.workstreamId ?? null,
      audience: 'member',
      version: 1,
    }),
    whyNotWriteEvidence,
  )
}

export function setPracticeReview({ practices }: EvidenceNeeds, viewer: Viewer, input: SetPracticeReviewInput) {
  return practices.change(
    'setPracticeReview',
    viewer,
    input,
    (practice, _, names) => ({ ...practice, owner: ownerOf(input.owner, names), reviewOn: day(input.reviewOn) }),
    whyNotWriteEvidence,
  )
}

export function publishGoodPractice({ practices }: EvidenceNeeds, viewer: Viewer, input: PublishGoodPracticeInput) {
  const step = (practice: StoredPractice) => publishPractice(viewer, practice)
  return practices.change('publishGoodPractice', viewer, input, step, () => null) // the step asks for the right to publish
}

function needed(field: TextLimit, text: string, missing: RefusalCode = 'text-needed'): string {
  const fits = fitting(field, text)
  if (!fits) throw new Refusal(missing, { field })
  return fits
}

function day(text: string): string {
  if (!isDay(text)) throw new Refusal('impossible-date')
  return text
}
