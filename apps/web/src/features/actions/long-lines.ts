import type { LogRow } from './action-status'
import type { LogItem } from './log-items'
import type { Line, LogLines } from './log-lines'
import type { Group, Run, Shape, Spot } from './log-shape'
import type { Sight } from './page-window'

/** A long log as far as it is here: how long each group is, and rows by their places in the order. */
export interface LongLog {
  total: number
  groups: readonly Group[]
  rowAt(place: number): LogRow | undefined
  /** Of a row that is here or was. */
  idAt(place: number): string | undefined
  /** −1 where nobody has seen it. */
  placeOf(id: string): number
  /** Places of the rows that are here, in their order. */
  places: readonly number[]
}

export interface LongLines extends LogLines {
  /** Places of the rows that stand between two indexes; null where there is none. */
  placesBetween(first: number, last: number): Sight | null
}

/** The lines of a log that is too long to be here as a whole: its rows where they are here, room to wait in where not. */
export function longLines(log: LongLog, shape: Shape): LongLines {
  const made = new Map<number, LogItem>()
  const lineOf = (key: string) =>
    key.startsWith(ofGroup) ? shape.lineOfGroup(key.slice(ofGroup.length)) : shape.lineOfPlace(placeOfKey(log, key))
  const at = (index: number) => {
    const known = made.get(index)
    if (known) return known
    const item = itemAt(log, shape.at(index))
    // The same thing as long as nothing changed: what is drawn of it need not be drawn again.
    if (item) made.set(index, item)
    return item
  }
  return {
    length: shape.length,
    at,
    sizeKeyAt: shape.nameAt,
    kindAt: shape.kindAt,
    indexOf(key) {
      const line = lineOf(key)
      return line < 0 ? -1 : shape.indexOfLine(line)
    },
    lineCount: shape.lineCount,
    lineAt: (line) => lineAt(log, shape.atLine(line)),
    lineOf,
    rowIds: log.places.flatMap((place) => (shape.lineOfPlace(place) < 0 ? [] : (log.rowAt(place)?.id ?? []))),
    knows: (id) => log.placeOf(id) >= 0,
    here: () => indexesHere(log, shape),
    placesBetween: (first, last) => placesBetween(shape, first, last),
  }
}

function placesBetween(shape: Shape, first: number, last: number): Sight | null {
  const places: number[] = []
  for (let index = first; index <= last; index += 1) {
    const spot = shape.at(index)
    if (spot?.kind === 'row') places.push(spot.place)
  }
  return places.length > 0 ? { first: Math.min(...places), last: Math.max(...places) } : null
}

function itemAt(log: LongLog, spot: Spot | null): LogItem | undefined {
  if (spot?.kind !== 'extra') return lineAt(log, spot)
  const { kind, id, place } = spot.extra
  const row = log.rowAt(place)
  return row ? { kind, key: `${kind}:${id}`, row } : { kind: 'waiting', key: `${kind}:${id}` }
}

function lineAt(log: LongLog, spot: Spot | null): Line | undefined {
  if (spot?.kind === 'head') return headItem(spot.run)
  if (spot?.kind !== 'row') return undefined
  const { place, index } = spot
  const row = log.rowAt(place)
  return row
    ? { kind: 'row', key: row.id, row, index }
    : { kind: 'waiting', key: log.idAt(place) ?? `${unseen}${place}` }
}

function headItem({ status, count, open }: Run & Group): Line {
  return { kind: 'group', key: `${ofGroup}${status}`, group: status, status, name: null, count, open }
}

function indexesHere(log: LongLog, shape: Shape): number[] {
  const heads = shape.runs.flatMap(({ status, line }) => (status ? [line] : []))
  const rows = log.places.map(shape.lineOfPlace).filter((line) => line >= 0)
  const indexes = [...heads, ...rows].map(shape.indexOfLine)
  const beneath = indexes.flatMap((index) => [index + 1, index + 2].filter((at) => shape.at(at)?.kind === 'extra'))
  return [...new Set([...indexes, ...beneath])].sort((a, b) => a - b)
}

const ofGroup = 'group:'
// The key of a place where nobody has seen yet what stands there.
const unseen = 'at:'

function placeOfKey(log: LongLog, key: string): number {
  return key.startsWith(unseen) ? Number(key.slice(unseen.length)) : log.placeOf(key)
}
