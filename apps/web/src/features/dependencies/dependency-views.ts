import type { DependencyRowFragment } from './dependencies.graphql'

/** The questions the Operational Group asks of the board. */
export const dependencyViews = ['late', 'blocking', 'across', 'outside', 'all'] as const
export type DependencyView = (typeof dependencyViews)[number]

const holds: Record<DependencyView, (row: DependencyRowFragment) => boolean> = {
  late: (row) => row.late && holdsUp(row),
  blocking: holdsUp,
  across: ({ acrossBodies }) => acrossBodies,
  outside: ({ kind, dependsOn }) => kind === 'EXTERNAL' || dependsOn.type === 'Body',
  all: () => true,
}

/** Holds something up now: the link blocks, and neither end is done. */
export function holdsUp({ blocks, dependent, dependsOn }: DependencyRowFragment): boolean {
  return blocks && !dependsOn.done && !dependent.done
}

/** The rows of a view, late ones first, longest late on top; then what is blocked; then the rest as the server gave them. */
export function rowsOf(rows: readonly DependencyRowFragment[], view: DependencyView): DependencyRowFragment[] {
  return rows.filter(holds[view]).sort((a, b) => urgency(a) - urgency(b) || since(a).localeCompare(since(b)))
}

function urgency(row: DependencyRowFragment): number {
  return row.late ? 0 : holdsUp(row) ? 1 : 2
}

const since = ({ dependsOn }: DependencyRowFragment) => dependsOn.lateSince ?? '9999'

export interface LateBlocker {
  blocker: DependencyRowFragment['dependsOn']
  heldUp: DependencyRowFragment['dependent'][]
}

/** What the head of the board counts: dependencies, as its views do, and beside them the things at their ends. */
export interface HeldUp {
  links: number
  things: number
  blockers: number
  lateLinks: number
  lateBlockers: number
}

export function heldUpNow(rows: readonly DependencyRowFragment[]): HeldUp {
  const [holding, late] = [rowsOf(rows, 'blocking'), rowsOf(rows, 'late')]
  const distinct = (ids: readonly string[]) => new Set(ids).size
  return {
    links: holding.length,
    things: distinct(holding.map(({ dependent }) => dependent.id)),
    blockers: distinct(holding.map(({ dependsOn }) => dependsOn.id)),
    lateLinks: late.length,
    lateBlockers: distinct(late.map(({ dependsOn }) => dependsOn.id)),
  }
}

/** Each late blocker once, with everything it holds up. */
export function lateBlockers(rows: readonly DependencyRowFragment[]): LateBlocker[] {
  const found = new Map<string, LateBlocker>()
  for (const { dependsOn, dependent } of rowsOf(rows, 'late')) {
    const known = found.get(dependsOn.id) ?? { blocker: dependsOn, heldUp: [] }
    found.set(dependsOn.id, { ...known, heldUp: [...known.heldUp, dependent] })
  }
  return [...found.values()]
}
