import { type FieldVersions, Refusal, setSince } from '@camau/domain'
import type { Names } from './directory.js'

/** Refuses when somebody set the field after the viewer looked, and says who set what; nothing is overwritten. */
export function refuseIfChanged<Field extends string>(
  versions: FieldVersions<Field>,
  field: Field,
  basedOn: number | null | undefined,
  theirs: unknown,
  names: Names,
): void {
  const set = setSince(versions, field, basedOn)
  if (!set) return
  const by = { personId: set.personId, name: names.people.get(set.personId)?.name ?? '' }
  throw new Refusal('changed-since', { field, theirs, by, at: set.at.toISOString(), version: set.version })
}
