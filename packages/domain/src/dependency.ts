import type { BodyPlace } from './body.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { Source } from './record.js'
import type { RefusalCode } from './refusal.js'

export const dependencyKinds = [
  'finish-to-start',
  'measure-needs-definition',
  'condition',
  'external',
  'cross-workstream',
  'cross-item',
  'evidence',
  'informs',
  'funding',
  'interface',
  'supports',
  'data',
  'handover',
  'extends',
] as const
export type DependencyKind = (typeof dependencyKinds)[number]

/** These hold their dependent up until the other end is done; the rest inform. */
export const blockingKinds: readonly DependencyKind[] = ['finish-to-start', 'measure-needs-definition', 'condition']

/** One thing (action, work area, commitment, body…) waiting for another. */
export interface Dependency {
  id: string
  dependentId: string
  dependsOnId: string
  kind: DependencyKind
  /** Whether the documents state it, imply it, or somebody here set it. */
  basis: 'stated' | 'implied' | 'set'
  text: string
  source: Source | null
}

/** Across bodies it is the Operational Group's business; within one body its writers may link too. */
export function whyNotLink(
  viewer: Viewer,
  dependentBody: BodyPlace | null,
  otherBody: BodyPlace | null,
): RefusalCode | null {
  if (may(viewer, 'write', { space: 'operational-board' })) return null
  const within = dependentBody && otherBody?.id === dependentBody.id
  return within && may(viewer, 'write', { space: 'body', body: dependentBody }) ? null : 'not-permitted'
}

/** What the documents say is public; what somebody here set is for those who may read at one of its ends, or on the board. */
export function maySeeDependency(
  viewer: Viewer,
  { basis }: Pick<Dependency, 'basis'>,
  bodies: readonly BodyPlace[],
): boolean {
  if (basis !== 'set' || may(viewer, 'read', { space: 'operational-board' })) return true
  return bodies.some((body) => may(viewer, 'read', { space: 'body', body }))
}

/** What the documents state stays; what somebody here set may be taken away by those who may set it. */
export function whyNotUnlink(
  viewer: Viewer,
  { basis }: Pick<Dependency, 'basis'>,
  dependentBody: BodyPlace | null,
  otherBody: BodyPlace | null,
): RefusalCode | null {
  return basis === 'set' ? whyNotLink(viewer, dependentBody, otherBody) : 'not-permitted'
}

/** Everything unfinished that a blocking link holds up, because the other end is not finished. */
export function heldUp(
  links: readonly Pick<Dependency, 'dependentId' | 'dependsOnId' | 'kind'>[],
  isFinished: (id: string) => boolean,
): Set<string> {
  const holding = links.filter(
    ({ kind, dependentId, dependsOnId }) =>
      blockingKinds.includes(kind) && !isFinished(dependentId) && !isFinished(dependsOnId),
  )
  return new Set(holding.map(({ dependentId }) => dependentId))
}

/** The way from `dependsOnId` back to `dependentId`, ends included, if linking them would close a loop of blocking links; else null. */
export function loopThrough(
  links: readonly Pick<Dependency, 'dependentId' | 'dependsOnId'>[],
  dependentId: string,
  dependsOnId: string,
): string[] | null {
  const waitsFor = new Map<string, string[]>()
  for (const link of links)
    waitsFor.set(link.dependentId, [...(waitsFor.get(link.dependentId) ?? []), link.dependsOnId])
  const cameFrom = new Map<string, string | null>([[dependsOnId, null]])
  const queue = [dependsOnId]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === dependentId) return trail(cameFrom, id)
    for (const next of waitsFor.get(id) ?? []) {
      if (cameFrom.has(next)) continue
      cameFrom.set(next, id)
      queue.push(next)
    }
  }
  return null
}

function trail(cameFrom: ReadonlyMap<string, string | null>, end: string): string[] {
  const path: string[] = []
  for (let id: string | null = end; id !== null; id = cameFrom.get(id) ?? null) path.unshift(id)
  return path
}
