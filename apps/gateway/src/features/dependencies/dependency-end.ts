import { unfinishedStatuses } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { Entities, EntityName } from '../../platform/graphql/entity.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import type { Loaders } from '../../platform/loaders.js'
import { DependencyEndType } from './dependency.type.js'

/** What a record is at the end of a dependency. */
interface End {
  label: string | null
  number?: number
  bodyId: string | null
  status?: string
  done?: boolean
  lateSince?: string | null
}
interface Kind {
  prefix: string
  type: EntityName
  read: (found: never, names: Names) => End
}
const kind = <N extends EntityName>(
  prefix: string,
  type: N,
  read: (found: Entities[N], names: Names) => End,
): Kind => ({ prefix, type, read })

const ofWorkstream = (id: string | null, names: Names) => (id && names.workstreams.get(id)) || null

const ofCommitment = ({ text, status, overdueSince, workstreamBodyId }: Entities['Commitment']): End => ({
  label: text,
  bodyId: workstreamBodyId,
  status,
  done: status === 'done',
  lateSince: overdueSince,
})

/** Imported ids say what they name; new ones are actions. */
const kinds: readonly Kind[] = [
  kind('body-', 'Body', ({ id, name }) => ({ label: name.en, bodyId: id })),
  kind('lc-', 'Commitment', ofCommitment),
  kind('oc-', 'Commitment', ofCommitment),
  kind('legacy-', 'LegacyItem', ({ title, number, workstreamBodyId }) => ({
    label: title.en,
    number,
    bodyId: workstreamBodyId,
  })),
  kind('wa-', 'WorkArea', ({ title, number, status, workstreamId }, names) => ({
    label: title.en,
    number,
    bodyId: ofWorkstream(workstreamId, names),
    status,
    done: status === 'done',
  })),
  kind('ws-', 'Workstream', ({ title, number, bodyId }) => ({ label: title.en, number, bodyId })),
  kind('ind-', 'Indicator', ({ label, workstreamId }, names) => ({
    label,
    bodyId: ofWorkstream(workstreamId, names),
  })),
  kind('fund-', 'Funding', ({ title, workstreamId }, names) => ({
    label: title,
    bodyId: ofWorkstream(workstreamId, names),
  })),
  kind('pub-', 'Publication', ({ title, status, workstreamId }, names) => ({
    label: title.en,
    bodyId: ofWorkstream(workstreamId, names),
    status,
    done: status === 'published',
  })),
  kind('corr-', 'Correspondence', ({ subject, fromBodyId }) => ({ label: subject, bodyId: fromBodyId })),
]
const newRecord = kind('', 'Action', ({ title, number, status, overdueSince, record }) => ({
  label: title,
  number,
  bodyId: record.bodyId,
  status: enumKey(status),
  done: !unfinishedStatuses.includes(status),
  lateSince: overdueSince,
}))

const kindOf = (id: string) => kinds.find(({ prefix }) => id.startsWith(prefix)) ?? newRecord

/** What a record at the end of a link is. */
export const endType = (id: string): EntityName => kindOf(id).type

/** One end as the viewer may see it; `restricted` where it is there but not for them. */
export async function dependencyEnd(load: Loaders, id: string, names: Names): Promise<DependencyEndType> {
  return endOf(id, await load.find(endType(id), id), names)
}

/** The same of a record that was read before; null is one that is not for the viewer. */
export function endOf(id: string, found: Entities[EntityName] | null, names: Names): DependencyEndType {
  if (!found) return Object.assign(new DependencyEndType(), hidden, { id })
  const { type, read } = kindOf(id)
  const { label, number = null, bodyId, status = null, done = false, lateSince = null } = read(found as never, names)
  const late = !done && lateSince !== null
  return Object.assign(new DependencyEndType(), {
    id,
    type,
    label: label ?? '',
    number,
    bodyId,
    status,
    done,
    late,
    lateSince: late ? lateSince : null,
    restricted: false,
  })
}

const hidden = {
  type: '',
  label: '',
  number: null,
  bodyId: null,
  status: null,
  done: false,
  late: false,
  lateSince: null,
  restricted: true,
}
