import {
  defined,
  fitting,
  Refusal,
  retireMeasure,
  type Viewer,
  whyNotChangeMeasure,
  whyNotKeepNumbers,
} from '@camau/domain'
import { ownerOf } from '../../platform/graphql/owner.js'
import { newRecordId } from '../../platform/record-id.js'
import type {
  AddMeasureInput,
  AssignDutyInput,
  DefineMeasureInput,
  RetireMeasureInput,
  SetMeasureOwnerInput,
  SetRiskAssessmentInput,
} from './measure.inputs.js'
import type { StoredMeasure } from './measure.kinds.js'
import type { MeasuresNeeds } from './measures.needs.js'

type Needs = Pick<MeasuresNeeds, 'keepMeasures'>
const keeps = (viewer: Viewer, place: Parameters<typeof whyNotKeepNumbers>[1]) => whyNotKeepNumbers(viewer, place)
const changes = (viewer: Viewer, place: Parameters<typeof whyNotKeepNumbers>[1], measure: StoredMeasure) =>
  whyNotChangeMeasure(viewer, measure, place)

/** A further indicator of the catalogue, with its first definition. */
export function addMeasure({ keepMeasures }: Needs, viewer: Viewer, input: AddMeasureInput) {
  const make = ({ at }: { at: Date }): StoredMeasure => {
    const text = needed('reason', input.definition)
    return {
      id: newRecordId(input.id),
      title: { en: needed('title', input.title), cy: null },
      reduction: false,
      direction: input.direction,
      unit: needed('label', input.unit),
      population: fitting('title', input.population ?? null) || null,
      workstreamId: input.workstreamId ?? null,
      workAreaIds: input.workAreaIds ?? [],
      owner: null,
      definitions: [{ number: 1, state: 'settled', text, at, personId: viewer.personId, source: null }],
      duties: { setter: null, 'risk-assessor': null, monitor: null },
      riskAssessment: null,
      safetyNote: null,
      dataSource: needed('title', input.dataSource, 'source-needed'),
      collectionMonth: within(input.collectionMonth, 12),
      maxAgeDays: within(input.maxAgeDays, 3_660),
      retired: null,
      source: null,
      importedAs: null,
      audience: 'member',
      version: 1,
    }
  }
  return keepMeasures.add('addMeasure', viewer, input, make, keeps)
}

export function defineMeasure({ keepMeasures }: Needs, viewer: Viewer, input: DefineMeasureInput) {
  return keepMeasures.change(
    'defineMeasure',
    viewer,
    input,
    (measure, { at }) => ({
      ...measure,
      ...defined(measure, { state: input.state, text: needed('reason', input.text) }, at, viewer.personId),
    }),
    changes,
  )
}

export function assignDuty({ keepMeasures }: Needs, viewer: Viewer, input: AssignDutyInput) {
  return keepMeasures.change(
    'assignDuty',
    viewer,
    input,
    (measure, _, names) => ({
      ...measure,
      duties: { ...measure.duties, [input.duty]: input.owner ? ownerOf(input.owner, names) : null },
    }),
    changes,
  )
}

export function setMeasureOwner({ keepMeasures }: Needs, viewer: Viewer, input: SetMeasureOwnerInput) {
  return keepMeasures.change(
    'setMeasureOwner',
    viewer,
    input,
    (measure, _, names) => ({ ...measure, owner: input.owner ? ownerOf(input.owner, names) : null }),
    changes,
  )
}

export function setRiskAssessment({ keepMeasures }: Needs, viewer: Viewer, input: SetRiskAssessmentInput) {
  const step = (measure: StoredMeasure) => ({ ...measure, riskAssessment: needed('progress', input.text) })
  return keepMeasures.change('setRiskAssessment', viewer, input, step, changes)
}

export function retire({ keepMeasures }: Needs, viewer: Viewer, input: RetireMeasureInput) {
  return keepMeasures.change(
    'retireMeasure',
    viewer,
    input,
    (measure, { at }) => ({
      ...measure,
      ...retireMeasure(measure, fitting('reason', input.reason), at, viewer.personId),
    }),
    changes,
  )
}

/** The text, which may not be missing. */
export function needed(
  field: Parameters<typeof fitting>[0],
  text: string,
  missing: 'text-needed' | 'source-needed' = 'text-needed',
): string {
  const fits = fitting(field, text)
  if (!fits) throw new Refusal(missing, { field })
  return fits
}

function within(value: number | null | undefined, most: number): number | null {
  if (value === null || value === undefined) return null
  if (value < 1 || value > most) throw new Refusal('not-a-number')
  return value
}
