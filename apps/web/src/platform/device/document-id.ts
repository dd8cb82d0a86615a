import type { DocumentId } from '@camau/protocol'

const kinds = ['minutes', 'action', 'legacy', 'item'] as const

/** A document's id as it stands on the device; null for one that this version does not know. */
export function parseDocumentId(text: string): DocumentId | null {
  const [kind, ...rest] = text.split(':')
  const known = kinds.find((one) => one === kind)
  return known && rest.length > 0 ? `${known}:${rest.join(':')}` : null
}
