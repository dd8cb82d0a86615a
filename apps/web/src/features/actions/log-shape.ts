import type { ActionStatus } from '@camau/domain'

export interface Group {
  status: ActionStatus
  count: number
}

/** Something that stands under a row: the clash, the inside. */
export interface Extra {
  /** Of its row, in the order of the log. */
  place: number
  kind: 'clash' | 'inside'
  id: string
}

/** All that the lines of a long log follow from: lengths, and no row. */
export interface Measures {
  /** Null where the log stands in one run. */
  groups: readonly Group[] | null
  folded: readonly string[]
  total: number
  extras: readonly Extra[]
}

/** What stands somewhere in a long log. */
export type Spot =
  | { kind: 'head'; run: Run & Group }
  /** `index`: which row of those that are shown. */
  | { kind: 'row'; place: number; index: number }
  | { kind: 'extra'; extra: Extra }

/** A run of rows under its head, or the whole log. */
export interface Run {
  status: ActionStatus | null
  count: number
  open: boolean
  /** Line of its head, or of its first row. */
  line: number
  /** Place in the order of its first row. */
  place: number
  /** How many rows are shown before it. */
  before: number
}

/** Where everything in a long log stands, by arithmetic: it costs as much for a hundred rows as for a hundred thousand. */
export interface Shape {
  length: number
  lineCount: number
  at(index: number): Spot | null
  atLine(line: number): Spot | null
  /** −1 where it is folded away. */
  lineOfPlace(place: number): number
  lineOfGroup(status: string): number
  indexOfLine(line: number): number
  runs: readonly Run[]
  /** What stands at an index, as a name that stays with it. Asked of every index whenever something was measured: nothing is made for a row. */
  nameAt(index: number): string | number
  kindAt(index: number): 'group' | 'row' | Extra['kind']
}

export function shapeOf(measures: Measures): Shape {
  const runs = runsOf(measures)
  const last = runs.at(-1)
  const lineCount = last ? last.line + linesIn(last) : 0
  const lineOfPlace = (place: number) => {
    const run = runs.find(({ place: from, count }) => place >= from && place < from + count)
    return run?.open ? run.line + headOf(run) + place - run.place : -1
  }
  const extras = measures.extras
    .map((extra) => ({ extra, line: lineOfPlace(extra.place) }))
    .filter(({ line }) => line >= 0)
    .sort((a, b) => a.line - b.line)
  const length = lineCount + extras.length

  const atLine = (line: number): Spot | null => {
    const run = line < lineCount ? runAt(runs, line) : undefined
    if (!run) return null
    const row = line - run.line - headOf(run)
    return row < 0 && isGroup(run)
      ? { kind: 'head', run }
      : { kind: 'row', place: run.place + row, index: run.before + row }
  }
  const at = (index: number): Spot | null => {
    const beneath = extras.find(({ line }, before) => index === line + before + 1)
    return beneath ? { kind: 'extra', extra: beneath.extra } : atLine(lineAt(extras, index))
  }
  const placeAt = (index: number) => {
    if (extras.length > 0 && at(index)?.kind === 'extra') return -1
    const line = lineAt(extras, index)
    const run = line < lineCount ? runAt(runs, line) : undefined
    const row = run ? line - run.line - headOf(run) : -1
    return run && row >= 0 ? run.place + row : -1
  }
  return {
    length,
    lineCount,
    at,
    atLine,
    lineOfPlace,
    lineOfGroup: (status) => runs.find((run) => run.status === status)?.line ?? -1,
    indexOfLine: (line) => line + extras.filter((one) => one.line < line).length,
    runs,
    nameAt(index) {
      const place = placeAt(index)
      if (place >= 0) return place
      const spot = at(index)
      if (spot?.kind === 'extra') return `${spot.extra.kind}:${spot.extra.id}`
      return spot?.kind === 'head' ? spot.run.status : ''
    },
    kindAt(index) {
      if (placeAt(index) >= 0) return 'row'
      const spot = at(index)
      return spot?.kind === 'extra' ? spot.extra.kind : 'group'
    },
  }
}

/** The line at an index at which no extra stands. */
function lineAt(extras: readonly { line: number }[], index: number): number {
  let before = 0
  for (const { line } of extras) {
    if (index <= line + before) break
    before += 1
  }
  return index - before
}

function runsOf({ groups, folded, total }: Measures): Run[] {
  if (!groups) return [{ status: null, count: total, open: true, line: 0, place: 0, before: 0 }]
  let [line, place, before] = [0, 0, 0]
  return groups.map(({ status, count }) => {
    const run: Run = { status, count, open: !folded.includes(status), line, place, before }
    line += linesIn(run)
    place += count
    before += run.open ? count : 0
    return run
  })
}

const headOf = ({ status }: Run) => (status ? 1 : 0)
const linesIn = (run: Run) => headOf(run) + (run.open ? run.count : 0)
const isGroup = (run: Run): run is Run & Group => run.status !== null

// A plain loop: it is asked for every line there is whenever something was measured.
function runAt(runs: readonly Run[], line: number): Run | undefined {
  let found: Run | undefined
  for (const run of runs) {
    if (run.line > line) break
    found = run
  }
  return line < 0 ? undefined : found
}
