import { useApolloClient } from '@apollo/client/react'
import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { parseDocumentId } from '../../platform/device/document-id'
import { useWords } from '../../platform/words'
import { deviceWords } from './device-words'
import { WaitingActionDocument, WaitingMeetingDocument } from './waiting.graphql'

const pages = { minutes: '/meetings', action: '/actions', legacy: '/legacy', item: '' } as const

/** What a text is called, as far as this device knows, and where it is read. */
export function useNameOf(): (documentId: string) => { name: string; href: string } {
  const words = useWords(deviceWords)
  const { cache } = useApolloClient()
  const content = useContent()
  const dates = useDates()
  return (documentId) => {
    const known = parseDocumentId(documentId)
    if (!known) return { name: documentId, href: '/' }
    const [kind, id] = halves(known)
    const href = kind === 'item' ? '/meetings' : `${pages[kind]}/${id}`
    return { name: named(kind, id) ?? words.kinds[kind], href }
  }

  function named(kind: keyof typeof pages, id: string): string | null {
    if (kind === 'minutes') {
      const meeting = cache.readQuery({ query: WaitingMeetingDocument, variables: { id } })?.meeting
      return meeting ? words.minutesOf(content(meeting.body.name), dates.day(meeting.startsAt)) : null
    }
    if (kind !== 'action') return null
    const action = cache.readQuery({ query: WaitingActionDocument, variables: { id } })?.action
    return action ? `A${action.number} ${action.title}` : null
  }
}

function halves(id: string): [keyof typeof pages, string] {
  const at = id.indexOf(':')
  const kind = id.slice(0, at)
  const known = kind === 'action' || kind === 'legacy' || kind === 'item' ? kind : 'minutes'
  return [known, id.slice(at + 1)]
}
