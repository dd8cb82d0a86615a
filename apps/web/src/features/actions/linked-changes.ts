import type { Patch } from '@camau/protocol'

interface Link {
  id: string
}
interface Linked extends Link {
  parent?: Link | null
  supersededBy?: Link | null
  supersedes: readonly Link[]
  subActions: readonly Link[]
}

/** Whether these changes bring another action to the page or move one that is on it: patches name other actions by id alone. */
export function changesLinks(action: Linked, patches: readonly Patch[]): boolean {
  const shown = new Set(
    [action.parent, action.supersededBy, ...action.supersedes, ...action.subActions].map((one) => one?.id),
  )
  return patches.some(({ type, id, fields }) => {
    if (type !== 'Action') return false
    if (id === action.id) return fields.supersededById !== (action.supersededBy?.id ?? null)
    return shown.has(id) || fields.parentId === action.id || fields.supersededById === action.id
  })
}
