import { fitting, Refusal, type Viewer, whyNotKeepNumbers } from '@camau/domain'
import { neededText } from '../../platform/needed-text.js'
import { newRecordId } from '../../platform/record-id.js'
import type { KeepMeasures } from './keep-measures.js'
import type { AddMeasureInput } from './measure.inputs.js'
import type { StoredMeasure } from './measure.kinds.js'

/** A further indicator of the catalogue, with its first definition. */
export function addMeasure({ keepMeasures }: KeepMeasures, viewer: Viewer, input: AddMeasureInput) {
  const make = ({ at }: { at: Date }): StoredMeasure => {
    const text = neededText('reason', input.definition)
    return {
      id: newRecordId(input.id),
      title: { en: neededText('title', input.title), cy: null },
      reduction: false,
      direction: input.direction,
      unit: neededText('label', input.unit),
      population: fitting('title', input.population ?? null) || null,
      workstreamId: input.workstreamId ?? null,
      workAreaIds: input.workAreaIds ?? [],
      owner: null,
      definitions: [{ number: 1, state: 'settled', text, at, personId: viewer.personId, source: null }],
      duties: { setter: null, 'risk-assessor': null, monitor: null },
      riskAssessment: null,
      safetyNote: null,
      dataSource: neededText('title', input.dataSource, 'source-needed'),
      collectionMonth: within(input.collectionMonth, 12),
      maxAgeDays: within(input.maxAgeDays, 3_660),
      retired: null,
      source: null,
      importedAs: null,
      audience: 'member',
      version: 1,
    }
  }
  return keepMeasures.add('addMeasure', viewer, input, make, whyNotKeepNumbers)
}

function within(value: number | null | undefined, most: number): number | null {
  if (value === null || value === undefined) return null
  if (value < 1 || value > most) throw new Refusal('not-a-number')
  return value
}
