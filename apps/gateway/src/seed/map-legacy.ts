import { dependencyKinds } from '@camau/domain'
import { type DependencyRecord, standingLink } from '../features/dependencies/dependency.model.js'
import type { CommitmentRecord } from '../features/legacy/commitment.model.js'
import type { LegacyItemRecord } from '../features/legacy/legacy-item.model.js'
import type { Seed } from './read-seed.js'
import type { SeedCommitment, SeedLegacyItem } from './seed-schemas.js'

export function mapLegacyItems({ legacy, workAreas }: Seed): LegacyItemRecord[] {
  const bodies = new Map(workAreas.workstreams.map(({ id, bodyId }) => [id, bodyId]))
  return legacy.items.map((item) => ({
    _id: item.id,
    number: item.number,
    title: item.title,
    titleInConclusion: item.titleInConclusion,
    workstreamId: item.workstreamId,
    workstreamBodyId: bodies.get(item.workstreamId) ?? null,
    workAreaIds: item.linkedWorkAreaIds,
    problem: item.problem,
    indicatorIds: item.indicatorIds,
    ownerNote: item.ownerNote,
    recommendations: item.recommendations,
    ledger: [],
    audience: 'public',
    source: item.source,
    alsoSeenIn: item.alsoSeenIn,
    version: 1,
  }))
}

/** The commitments of the seven items, then the further ones outside them. */
export function mapCommitments({ legacy, workAreas }: Seed): CommitmentRecord[] {
  const bodies = new Map(workAreas.workstreams.map(({ id, bodyId }) => [id, bodyId]))
  const all: [SeedCommitment, SeedLegacyItem | null][] = [
    ...legacy.items.flatMap((item) => item.commitments.map((one): [SeedCommitment, SeedLegacyItem] => [one, item])),
    ...legacy.outstanding.map((one): [SeedCommitment, null] => [one, null]),
  ]
  return all.map(([{ id, responsibleBodyIds, workstreamId, ...commitment }, item], position) => ({
    ...commitment,
    _id: id,
    number: item && id.slice('lc-'.length),
    position,
    legacyItemId: item?.id ?? null,
    workstreamId: workstreamId ?? item?.workstreamId ?? null,
    workstreamBodyId: bodies.get(workstreamId ?? item?.workstreamId ?? '') ?? null,
    responsibleIds: responsibleBodyIds,
    ledger: [],
    audience: 'public',
    version: 1,
  }))
}

export function mapDependencies({ dependencies }: Seed): DependencyRecord[] {
  return dependencies.items.map(({ id, kind, ...dependency }) => {
    const known = dependencyKinds.find((one) => one === kind)
    if (!known) throw new Error(`${id} is of the unknown kind ${kind}`)
    const link = standingLink(dependency.dependentId, dependency.dependsOnId)
    return { ...dependency, _id: id, kind: known, link, removed: false, version: 1 }
  })
}
