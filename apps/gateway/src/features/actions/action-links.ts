import type { StoredAction } from './action.model.js'

/** From one action to others: its sub-actions, or those whose place it took. */
export type ActionLink = { parentId: string } | { supersededBy: string }

type LinkField = 'parentId' | 'supersededBy'
type Links = ReadonlyMap<string, readonly StoredAction[]>

const gatheredFrom = new WeakMap<readonly StoredAction[], Partial<Record<LinkField, Links>>>()

/** The actions at the other end. A log asks for every row: the links of one list of actions are gathered once. */
export function linkedIn(all: readonly StoredAction[], link: ActionLink): readonly StoredAction[] {
  const [field, id] =
    'parentId' in link ? (['parentId', link.parentId] as const) : (['supersededBy', link.supersededBy] as const)
  const known = gatheredFrom.get(all) ?? {}
  const links = known[field] ?? gather(all, field)
  gatheredFrom.set(all, { ...known, [field]: links })
  return links.get(id) ?? []
}

function gather(all: readonly StoredAction[], field: LinkField): Links {
  const links = new Map<string, StoredAction[]>()
  for (const action of all) {
    const to = action[field]
    if (to) links.set(to, [...(links.get(to) ?? []), action])
  }
  return links
}
