import type { Caret, DocumentId, Presence } from '@camau/protocol'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from './base64.js'
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
  const others = people(
    channel,
    documentId,
    (here) => show(awareness, here),
    (moved) => move(awareness, moved),
  )
  awareness.on('update', (_changed: unknown, origin: unknown) => {
    if (origin === fromServer) return
    const caret = encoded(awareness.getLocalState()?.cursor)
    others.tell(caret === null ? null : { caret })
  })
  return { awareness, people: others }
}

const fromServer = 'presence'

function show(awareness: Awareness, here: readonly Presence[]): void {
  const gone = new Set([...awareness.states.keys()].filter((id) => id !== awareness.clientID))
  for (const { clientId } of here) if (clientId !== undefined) gone.delete(clientId)
  for (const id of gone) awareness.states.delete(id)
  move(awareness, here, [...gone])
}

function move(awareness: Awareness, here: readonly Presence[], removed: number[] = []): void {
  const added: number[] = []
  const updated: number[] = []
  for (const one of here) {
    if (one.clientId === undefined || one.clientId === awareness.clientID) continue
    ;(awareness.states.has(one.clientId) ? updated : added).push(one.clientId)
    awareness.states.set(one.clientId, { user: caretOf(one), cursor: decoded(one.at) })
    const clock = (awareness.meta.get(one.clientId)?.clock ?? 0) + 1
    awareness.meta.set(one.clientId, { clock, lastUpdated: Date.now() })
  }
  const changes = { added, updated, removed }
  awareness.emit('change', [changes, fromServer])
  awareness.emit('update', [changes, fromServer])
}

/** An editor's cursor, two relative positions, in as few bytes as may be; null without one. */
function encoded(cursor: { anchor: unknown; head: unknown } | null | undefined): Caret | null {
  if (!cursor) return null
  const [anchor, head] = [cursor.anchor, cursor.head].map((position) =>
    toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromJSON(position))),
  )
  if (!anchor || !head) return null
  return anchor === head ? anchor : [anchor, head]
}

function decoded(at: Presence['at']): { anchor: unknown; head: unknown } | null {
  if (!at || !('caret' in at)) return null
  const [anchor, head] = typeof at.caret === 'string' ? [at.caret, at.caret] : at.caret
  try {
    return { anchor: positionOf(anchor), head: positionOf(head) }
  } catch {
    return null // whoever sent these bytes sent them unread through the server
  }
}

const positionOf = (text: string): unknown => Y.relativePositionToJSON(Y.decodeRelativePosition(fromBase64(text)))

function caretOf({ personId, name, initials, colour }: Presence): CaretOf {
  return { personId, name, initials, colour, color: `var(--presence-${colour})` }
}
