import { Refusal, type Viewer } from '@camau/domain'
import type { Model } from 'mongoose'
import { canonicalJson } from './canonical-json.js'
import type { Transaction } from './command.js'
import type { Loaders } from './loaders.js'

type Fields = Record<string, unknown>

/** What a command did to one record, as the trail has it: values as JSON has them. */
export interface DoneLine {
  command: string
  type: string
  id: string
  /** Of its command: what the command was about. */
  first: boolean
  /** null where the command made the record. */
  before: Fields | null
  after: Fields
}

/** Whose undo it is, and the transaction it happens in. */
export interface Undoing {
  tx: Transaction
  viewer: Viewer
  load: Loaders
}

/**
 * Takes back one line: asks the rule of the act again, sees that everything it set is as it left it (`needAsLeft`), and puts back
 * what was there before. One for each type of record, handed to the feature `undo`.
 */
export type UndoLine = (undoing: Undoing, line: DoneLine) => Promise<void>

// They rise with every change, also with one's own: what they count is looked at itself.
const counters: readonly string[] = ['version', 'versions']

/** What the command set. */
export function fieldsSet({ before, after }: Pick<DoneLine, 'before' | 'after'>): string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before ?? {})])
  const differs = (name: string) => !before || canonicalJson(before[name]) !== canonicalJson(after[name])
  return [...names].filter((name) => !counters.includes(name) && differs(name))
}

/** Compare and set: throws Refusal('not-undoable') where a field is no longer what the command left. */
export function needAsLeft(line: DoneLine, now: object, number?: number): void {
  const values = new Map<string, unknown>(Object.entries(now))
  const fields = fieldsSet(line).filter((name) => canonicalJson(values.get(name)) !== canonicalJson(line.after[name]))
  if (fields.length > 0) throw new Refusal('not-undoable', { fields, numbers: number === undefined ? [] : [number] })
}

/** What was there before, of the fields the command set; what was not there is null. The model knows which values are moments. */
export function valuesBefore<R>(line: DoneLine, model: Pick<Model<R>, 'castObject'>): Partial<R> {
  const values = Object.fromEntries(fieldsSet(line).map((name) => [name, line.before?.[name] ?? null]))
  return { ...model.castObject(values), ...withNulls(values, model.castObject(values)) }
}

/** Casting leaves out what is null, on every level. */
function withNulls(given: unknown, cast: unknown): Fields {
  const whole = (one: unknown, other: unknown): unknown => {
    if (one === null) return null
    if (Array.isArray(one) && Array.isArray(other)) return one.map((part, index) => whole(part, other[index]))
    return isFields(one) && isFields(other) && !(other instanceof Date) ? withNulls(one, other) : other
  }
  const [from, to] = [isFields(given) ? given : {}, isFields(cast) ? cast : {}]
  return Object.fromEntries(Object.entries(from).map(([name, one]) => [name, whole(one, to[name])]))
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
