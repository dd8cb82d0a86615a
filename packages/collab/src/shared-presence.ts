import type { DocumentId, Presence } from '@camau/protocol'
import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Channel } from './channel.js'
import { type People, people } from './people.js'

/** What an editor shows beside another person's caret. */
export interface CaretOf {
  personId: string
  name: string
  initials: string
  /** 1 to 8: the presence colours of the design. */
  colour: number
  /** The same as a CSS value, for editors that want one. */
  color: string
}

/** Carets as editors know them (an Awareness), carried as presence: who someone is comes from the server alone. */
export function sharedPresence(
  channel: Channel,
  documentId: DocumentId,
  doc: Y.Doc,
): { awareness: Awareness; people: People } {
  const awareness = new Awareness(doc)
  // The server says who has left; the built-in timer would drop whoever reads quietly for half a minute.
  clearInterval(awareness._checkInterval)
  const others = people(channel, documentId, (here) => show(awareness, here))
  awareness.on('update', (_changed: unknown, origin: unknown) => {
    if (origin === fromServer) return
    const cursor = awareness.getLocalState()?.cursor ?? null
    others.tell({ cursor: cursor && JSON.parse(JSON.stringify(cursor)) })
  })
  return { awareness, people: others }
}

const fromServer = 'presence'

function show(awareness: Awareness, here: readonly Presence[]): void {
  const before = new Set([...awareness.states.keys()].filter((id) => id !== awareness.clientID))
  const added: number[] = []
  const updated: number[] = []
  for (const one of here) {
    if (one.clientId === undefined || one.clientId === awareness.clientID) continue
    ;(before.delete(one.clientId) ? updated : added).push(one.clientId)
    awareness.states.set(one.clientId, {
      user: caretOf(one),
      cursor: one.at && 'cursor' in one.at ? one.at.cursor : null,
    })
    const clock = (awareness.meta.get(one.clientId)?.clock ?? 0) + 1
    awareness.meta.set(one.clientId, { clock, lastUpdated: Date.now() })
  }
  const removed = [...before]
  for (const gone of removed) awareness.states.delete(gone)
  const changes = { added, updated, removed }
  awareness.emit('change', [changes, fromServer])
  awareness.emit('update', [changes, fromServer])
}

function caretOf({ personId, name, initials, colour }: Presence): CaretOf {
  return { personId, name, initials, colour, color: `var(--presence-${colour})` }
}
