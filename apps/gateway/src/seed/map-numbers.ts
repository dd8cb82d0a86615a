import { isReduction, safetyNote } from '@camau/domain'
import type { StoredFinding } from '../features/evidence/evidence.kinds.js'
import type { StoredCondition } from '../features/funding/condition.kind.js'
import type { StoredMeasure, StoredPlan } from '../features/measures/measure.kinds.js'
import type { StoredPublicationState } from '../features/publications/publication-state.kind.js'
import { sourceDocuments } from '../platform/source-documents.js'
import type { Seed } from './read-seed.js'

/** What the documents call the measures of their figures; those in which the First Minister asked for reductions, first. */
const series = [
  { key: 'lac', title: 'Children looked after' },
  { key: 'out-of-county', title: 'Children placed out of county' },
  { key: 'out-of-wales', title: 'Children placed out of Wales' },
  { key: 'removed-ld', title: 'Children removed from parents with a learning disability' },
  { key: 'entries', title: 'Children entering care' },
  { key: 'exits', title: 'Children leaving care' },
  { key: 'away-from-family', title: 'Children placed away from parents, relatives or friends' },
] as const

/** The measures behind the figures that say what they measure. What the documents leave open stays open: owners, duties, risk. */
export function mapMeasures({ indicators, dependencies, actions }: Seed): StoredMeasure[] {
  const asked = actions.items.find(({ id }) => id === 'act-fm-targeted-approach')
  return series.map(({ key, title }) => {
    const reduction = isReduction(key)
    const figures = indicators.items.filter(({ measureOf }) => measureOf === key)
    const [first] = figures
    if (!first) throw new Error(`no figure measures ${key}`)
    const open = dependencies.items.find(
      ({ kind, dependentId }) => kind === 'measure-needs-definition' && figures.some(({ id }) => id === dependentId),
    )
    const definition = open
      ? { state: 'unsettled' as const, text: open.text, source: open.source }
      : { state: 'as-printed' as const, text: first.population, source: first.source }
    return {
      id: `measure-${key}`,
      title: { en: title, cy: null },
      reduction,
      direction: reduction ? 'fewer' : 'neither',
      unit: first.unit,
      population: first.population,
      workstreamId: first.workstreamId,
      workAreaIds: [],
      owner: null,
      definitions: [{ number: 1, ...definition, at: null, personId: null }],
      duties: { setter: null, 'risk-assessor': null, monitor: null },
      riskAssessment: null,
      safetyNote: reduction ? safetyNote : null,
      dataSource: null,
      collectionMonth: null,
      maxAgeDays: null,
      retired: null,
      source: reduction && asked ? asked.source : first.source,
      importedAs: key,
      audience: 'public',
      version: 1,
    }
  })
}

const planYears = ['2019-20', '2020-21', '2021-22']

/** One plan for each authority and year. The documents say how many were submitted, not by whom, and give no plan's own figures. */
export function mapPlans({ indicators }: Seed): StoredPlan[] {
  const submitted = indicators.items.find(({ id }) => id === 'ind-plans-submitted')
  const [, of] = /^of (\d+) /.exec(submitted?.unit ?? '') ?? []
  if (!submitted?.value || !of) throw new Error('the number of submitted plans is missing')
  const places = Array.from({ length: Number(of) }, (_, i) => i + 1)
  return planYears.flatMap((year) =>
    places.map((place) => ({
      id: `plan-${year}-${String(place).padStart(2, '0')}`,
      year,
      place,
      submitted: place <= (submitted.value ?? 0),
      authority: null,
      changes: [],
      workstreamId: 'ws-1',
      audience: 'member',
      version: 1,
    })),
  )
}

/** Research the documents quote with a figure. */
export function mapFindings({ indicators }: Seed): StoredFinding[] {
  return indicators.items
    .filter(({ kind }) => kind === 'research')
    .map(({ id, label, asPrinted, date, population, workstreamId, source }) => ({
      id: `finding-${id.replace(/^ind-/, '')}`,
      text: `${label}: ${asPrinted}`,
      sourceLine: `${sourceDocuments[source.file]?.title.en ?? source.file}, ${source.locator}`,
      date,
      population,
      workstreamId,
      publicationId: null,
      actionIds: [],
      decisionIds: [],
      source,
      audience: 'public',
      version: 1,
    }))
}

/** A condition that the documents record between a funding line and what follows it. They name no day to look at it again. */
export function mapConditions({ actions, dependencies }: Seed): StoredCondition[] {
  return dependencies.items
    .filter(({ kind }) => kind === 'condition')
    .flatMap(({ dependentId, source }) => {
      const action = actions.items.find(({ id }) => id === dependentId)
      return (action?.fundingIds ?? []).map((fundingId) => ({
        id: `condition-${dependentId}`,
        fundingId,
        text: action?.text ?? '',
        reviewOn: null,
        evidence: null,
        met: null,
        source,
        audience: 'public' as const,
        version: 1,
      }))
    })
}

/** Standards that are published and still to be put into practice, by the action that says so. */
const inPractice: Readonly<Record<string, readonly string[]>> = { 'pub-iv-standards': ['act-iv-standards'] }

export function mapPublicationStates({ publications }: Seed): StoredPublicationState[] {
  return publications.items
    .filter(({ id }) => inPractice[id])
    .map(({ id, workstreamId }) => ({
      id,
      workstreamId,
      added: null,
      stage: null,
      edition: null,
      owner: null,
      translation: 'not-stated',
      actionIds: [...(inPractice[id] ?? [])],
      uptake: [],
      audience: 'public',
      version: 1,
    }))
}
