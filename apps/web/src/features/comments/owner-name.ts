import { type Owner, sameOwner } from '@camau/domain'
import { useContent } from '../../platform/content'
import { domainName } from '../../platform/enums'
import type { CommentLineFragment } from './comments.graphql'

type Mention = CommentLineFragment['mentions'][number]

export function mentionOwner({ body, office, person }: Mention): Owner {
  if (person) return { kind: 'person', personId: person.id }
  const bodyId = body?.id ?? ''
  return office ? { kind: 'office', bodyId, office: domainName(office) } : { kind: 'body', bodyId }
}

/** What those mentioned are called, in the page's language. */
export function useMentionName(mentions: readonly Mention[]): (owner: Owner) => string {
  const content = useContent()
  return (owner) => {
    const found = mentions.find((one) => sameOwner(mentionOwner(one), owner))
    return found ? content(found.label) : ''
  }
}
