import type { ChangeToldFragment } from './home.graphql'

interface Said {
  did: Record<string, string>
  changed: string
}

/** What was done, and where it leads: by its number, or by the words themselves. */
export function changeLine(
  { command, patches }: ChangeToldFragment,
  words: Said,
): { text: string; label: string | null; href: string | null } {
  const text = words.did[command ?? ''] ?? words.changed
  const patch = patches[0]
  if (!patch) return { text, label: null, href: null }
  const { number } = patch.fields
  const label = typeof number === 'number' || typeof number === 'string' ? String(number) : null
  return { text, label, href: hrefOf(patch.type, patch.id) }
}

function hrefOf(type: string, id: string): string | null {
  const folder = { Action: 'actions', Meeting: 'meetings', LegacyItem: 'legacy', Body: 'bodies' }[type]
  return folder ? `/${folder}/${id}` : null
}
