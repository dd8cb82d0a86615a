import type { Viewer } from './offices.js'
import type { Owner } from './owner.js'
import { may, type Place } from './permissions.js'
import type { Audience, LocalText, Source } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { type ShownCounts, withoutSmallNumbers, withoutSmallNumbersAfter } from './suppression.js'

/** What a figure counts, as agreed at a time. Versions are added, never changed. */
export interface DefinitionVersion {
  number: number
  state: (typeof definitionStates)[number]
  text: string
  at: Date | null
  personId: string | null
  source: Source | null
}
/** `as-printed`: what the documents say is counted, without saying whether it was settled. */
export const definitionStates = ['as-printed', 'settled', 'unsettled'] as const

export const directions = ['fewer', 'more', 'neither'] as const
export type Direction = (typeof directions)[number]

/** Who sets an expectation, who weighs its risk, who watches it: asked by the committee on 21 June 2019. Null: not assigned. */
export const duties = ['setter', 'risk-assessor', 'monitor'] as const
export type Duty = (typeof duties)[number]
export type Duties = Record<Duty, Owner | null>

/** A named series of figures. Where fewer is expected it carries an expectation: never a target, never a ranking. */
export interface Measure {
  id: string
  title: LocalText
  /** One of those in which the First Minister asked for reductions. */
  reduction: boolean
  direction: Direction
  unit: string
  population: string | null
  workstreamId: string | null
  workAreaIds: string[]
  owner: Owner | null
  definitions: DefinitionVersion[]
  duties: Duties
  riskAssessment: string | null
  safetyNote: LocalText | null
  /** Where its figures are taken from, and the month in which they are collected (1 to 12). */
  dataSource: string | null
  collectionMonth: number | null
  maxAgeDays: number | null
  retired: { at: Date; personId: string; reason: string } | null
  audience: Audience
  source: Source | null
}

/** Stands beside every figure of a reduction measure (letter of 21 June 2019, line 16; legacy report, line 105). */
export const safetyNote: LocalText = {
  en: 'A reduction is right only where it is safe and in the best interests of each child. This is an expectation, not a target.',
  cy: 'Mae gostyngiad yn briodol dim ond lle mae’n ddiogel ac er lles gorau pob plentyn. Disgwyliad yw hwn, nid targed.',
}

/** What the documents' figures measure where the First Minister asked for reductions (legacy report, lines 253 to 258). */
const reductions: readonly string[] = ['lac', 'out-of-county', 'out-of-wales', 'removed-ld']
export const isReduction = (measureOf: string | null) => measureOf !== null && reductions.includes(measureOf)

/** The groups that are reported apart from the total (legacy report, lines 260 to 264). */
export const childGroups = [
  'unaccompanied',
  'with-own-parents',
  'with-relatives-or-friends',
  'placed-elsewhere',
] as const
export type ChildGroup = (typeof childGroups)[number]

/** What a reader must know before reading a figure: said in words wherever it is shown or drawn. */
export const caveats = ['part-year', 'year-to-date', 'census', 'approximate', 'expected', 'survey'] as const
export type Caveat = (typeof caveats)[number]

/** One figure: value, period, source, population and caveats are one record and are not parted. */
export interface Figure {
  id: string
  measureId: string
  value: number
  /** Parts of the value by group; empty where it is not split. */
  groups: { group: ChildGroup; value: number }[]
  unit: string
  period: string
  population: string
  caveats: Caveat[]
  note: string | null
  /** Where it was taken from, in words. */
  sourceLine: string
  /** The figure this one corrects. */
  replaces: string | null
  audience: Audience
  at: Date
  personId: string
}

/** Measures are kept by the secretariat, by the chairs of their workstream, and, where they belong to none, by the Operational Group. */
export function whyNotKeepNumbers(viewer: Viewer, place: Place): RefusalCode | null {
  const act = place.space === 'operational-board' ? 'write' : 'prepare'
  return may(viewer, act, place) ? null : 'not-permitted'
}

export function whyNotChangeMeasure(
  viewer: Viewer,
  measure: Pick<Measure, 'retired'>,
  place: Place,
): RefusalCode | null {
  return whyNotKeepNumbers(viewer, place) ?? (measure.retired ? 'retired' : null)
}

/** A further version of what is counted; earlier ones stay. */
export function defined(
  measure: Measure,
  given: Pick<DefinitionVersion, 'state' | 'text'>,
  at: Date,
  personId: string,
): Measure {
  const number = (measure.definitions.at(-1)?.number ?? 0) + 1
  return { ...measure, definitions: [...measure.definitions, { ...given, number, at, personId, source: null }] }
}

/** No longer collected. Its figures and definitions stay readable. */
export function retireMeasure(measure: Measure, reason: string, at: Date, personId: string): Measure {
  if (!reason) throw new Refusal('reason-needed')
  return { ...measure, retired: { at, personId, reason } }
}

/** A figure is a whole number of children or any other amount; its parts are counts that add up to it. */
export function whyNotFigure(figure: Pick<Figure, 'value' | 'groups' | 'sourceLine' | 'period'>): RefusalCode | null {
  const { value, groups, sourceLine, period } = figure
  if (!sourceLine) return 'source-needed'
  if (!period) return 'text-needed'
  if (!Number.isFinite(value)) return 'not-a-number'
  if (groups.length === 0) return null
  if (new Set(groups.map(({ group }) => group)).size < groups.length) return 'malformed'
  if (!groups.every((one) => Number.isInteger(one.value) && one.value >= 0)) return 'not-a-number'
  return groups.reduce((sum, one) => sum + one.value, 0) === value ? null : 'parts-differ-from-total'
}

/** Units that count people: only these can point at somebody. */
const people = /\b(child|children|people|parents|leavers|young people|infants|carers)\b/
export const countsPeople = ({ unit }: Pick<Figure, 'unit'>) => people.test(unit)

/** What a reader without a right to small numbers is shown of a figure, beside the one it replaces. */
export function shownFigure(figure: Figure, replaced: Figure | null): ShownCounts {
  if (!countsPeople(figure)) return { total: figure.value, parts: figure.groups.map(({ value }) => value) }
  return withoutSmallNumbersAfter(replaced && countsOf(replaced), countsOf(figure))
}

function countsOf({ value, groups }: Figure): ShownCounts {
  if (groups.length > 0) return withoutSmallNumbers(groups.map((one) => one.value))
  return { total: withoutSmallNumbers([value]).total, parts: [] }
}

/** The caveats the documents' own words imply for an imported figure. */
export function caveatsOf(given: { kind: string; date: string | null; approximate: boolean }): Caveat[] {
  const date = given.date ?? ''
  return [
    ...(/\bQ[1-3]\b/.test(date) ? (['year-to-date'] as const) : []),
    ...(/^first|months/.test(date) ? (['part-year'] as const) : []),
    ...(given.kind === 'expectation' || given.kind === 'planned' ? (['expected'] as const) : []),
    ...(given.kind === 'survey' ? (['survey'] as const) : []),
    ...(given.approximate ? (['approximate'] as const) : []),
  ]
}
