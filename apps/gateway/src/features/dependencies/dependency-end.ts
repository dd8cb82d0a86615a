import { unfinishedStatuses } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { EntityName } from '../../platform/graphql/entity.js'
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
type ReadEnd = (load: Loaders, id: string, names: Names) => Promise<End | null>

const ofWorkstream = (id: string | null, names: Names) => (id && names.workstreams.get(id)) || null

const readAction: ReadEnd = async (load, id) => {
  const found = await load.find('Action', id)
  if (!found) return null
  const { title, number, status, overdueSince, record } = found
  const done = !unfinishedStatuses.includes(status)
  return { label: title, number, bodyId: record.bodyId, status: enumKey(status), done, lateSince: overdueSince }
}

const readBody: ReadEnd = async (load, id) => {
  const found = await load.find('Body', id)
  return found && { label: found.name.en, bodyId: id }
}

const readCommitment: ReadEnd = async (load, id) => {
  const found = await load.find('Commitment', id)
  if (!found) return null
  const { text, status, overdueSince, workstreamBodyId } = found
  return { label: text, bodyId: workstreamBodyId, status, done: status === 'done', lateSince: overdueSince }
}

/** Imported ids say what they name; new ones are actions. */
const kinds: readonly { prefix: string; type: EntityName; read: ReadEnd }[] = [
  { prefix: 'body-', type: 'Body', read: readBody },
  { prefix: 'lc-', type: 'Commitment', read: readCommitment },
  { prefix: 'oc-', type: 'Commitment', read: readCommitment },
  {
    prefix: 'legacy-',
    type: 'LegacyItem',
    read: async (load, id) => {
      const found = await load.find('LegacyItem', id)
      return found && { label: found.title.en, number: found.number, bodyId: found.workstreamBodyId }
    },
  },
  {
    prefix: 'wa-',
    type: 'WorkArea',
    read: async (load, id, names) => {
      const found = await load.find('WorkArea', id)
      if (!found) return null
      const { title, number, status, workstreamId } = found
      return { label: title.en, number, bodyId: ofWorkstream(workstreamId, names), status, done: status === 'done' }
    },
  },
  {
    prefix: 'ws-',
    type: 'Workstream',
    read: async (load, id) => {
      const found = await load.find('Workstream', id)
      return found && { label: found.title.en, number: found.number, bodyId: found.bodyId }
    },
  },
  {
    prefix: 'ind-',
    type: 'Indicator',
    read: async (load, id, names) => {
      const found = await load.find('Indicator', id)
      return found && { label: found.label, bodyId: ofWorkstream(found.workstreamId, names) }
    },
  },
  {
    prefix: 'fund-',
    type: 'Funding',
    read: async (load, id, names) => {
      const found = await load.find('Funding', id)
      return found && { label: found.title, bodyId: ofWorkstream(found.workstreamId, names) }
    },
  },
  {
    prefix: 'pub-',
    type: 'Publication',
    read: async (load, id, names) => {
      const found = await load.find('Publication', id)
      if (!found) return null
      const { title, status, workstreamId } = found
      return { label: title.en, bodyId: ofWorkstream(workstreamId, names), status, done: status === 'published' }
    },
  },
  {
    prefix: 'corr-',
    type: 'Correspondence',
    read: async (load, id) => {
      const found = await load.find('Correspondence', id)
      return found && { label: found.subject, bodyId: found.fromBodyId }
    },
  },
]
const newRecord = { type: 'Action' as const, read: readAction }

const kindOf = (id: string) => kinds.find(({ prefix }) => id.startsWith(prefix)) ?? newRecord

/** What a record at the end of a link is. */
export const endType = (id: string): EntityName => kindOf(id).type

/** One end as the viewer may see it; `restricted` where it is there but not for them. */
export async function dependencyEnd(load: Loaders, id: string, names: Names): Promise<DependencyEndType> {
  const { type, read } = kindOf(id)
  const end = await read(load, id, names)
  if (!end) return Object.assign(new DependencyEndType(), hidden, { id })
  const { label, number = null, bodyId, status = null, done = false, lateSince = null } = end
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
