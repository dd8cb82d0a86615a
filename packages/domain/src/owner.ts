import type { OfficeKind, Viewer } from './offices.js'

/** Who answers for something: a body as such, the holder of an office on it, or a person. */
export type Owner =
  | { kind: 'body'; bodyId: string }
  | { kind: 'office'; bodyId: string; office: OfficeKind }
  | { kind: 'person'; personId: string }

/** Owning is a right of its own beside the offices. A body answers through its chairs, or through any holder where it has none here. */
export function owns(viewer: Viewer, owner: Owner | null): boolean {
  if (!owner) return false
  if (owner.kind === 'person') return owner.personId === viewer.personId
  const held = viewer.offices.filter((office) => office.bodyId === owner.bodyId && office.office !== 'guest')
  return held.some(({ office, bodyKind }) => {
    if (owner.kind === 'office') return office === owner.office
    return bodyKind === 'advisory-group' || bodyKind === 'workstream' || bodyKind === 'task-and-finish'
      ? office === 'chair' || office === 'vice-chair'
      : true
  })
}

export function sameOwner(a: Owner | null, b: Owner | null): boolean {
  return JSON.stringify(a && Object.entries(a).sort()) === JSON.stringify(b && Object.entries(b).sort())
}
