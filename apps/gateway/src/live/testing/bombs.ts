import { Y } from '@camau/collab'
import type { Place } from '../simple-edit.js'
import { encoding } from './lib0.js'

/** Small updates that take much: what each kind of bomb plays with is time or memory, not a rule that it breaks. */
export const bombs = { crowd, confetti, tower }

const letters = 4
const element = 7
const hasOrigin = 0x80
const hasRightOrigin = 0x40

/** What a client typed, a letter in each place, as no editor would. */
export function typedAt(client: number, clock: number, places: readonly Omit<Place, 'parent'>[]): Uint8Array {
  const encoder = encoding.createEncoder()
  const number = (value: number) => encoding.writeVarUint(encoder, value)
  for (const value of [1, places.length, client, clock]) number(value)
  for (const { origin, rightOrigin } of places) {
    encoding.writeUint8(encoder, letters | (origin ? hasOrigin : 0) | (rightOrigin ? hasRightOrigin : 0))
    for (const id of [origin, rightOrigin]) if (id) for (const value of [id.client, id.clock]) number(value)
    encoding.writeVarString(encoder, 'x')
  }
  number(0)
  return encoding.toUint8Array(encoder)
}

/** These ranges of what a client wrote, deleted. */
export function deletedAt(client: number, ranges: readonly (readonly [clock: number, length: number])[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const value of [0, 1, client, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, value)
  return encoding.toUint8Array(encoder)
}

/** Every piece claims a place of its own between the same two neighbours, so that each is compared with all before it. */
function crowd(pieces: number, [row, newcomers]: readonly [number, number]): Uint8Array {
  const encoder = encoding.createEncoder()
  const number = (value: number) => encoding.writeVarUint(encoder, value)
  const paragraph = () => {
    number(3)
    encoding.writeVarString(encoder, 'paragraph')
  }
  number(2)
  for (const value of [pieces, row, 0]) number(value)
  for (let i = 0; i < pieces; i++) {
    encoding.writeUint8(encoder, i === 0 ? element : element | hasOrigin)
    if (i > 0) for (const value of [row, i - 1]) number(value)
    else {
      number(1)
      encoding.writeVarString(encoder, 'default')
    }
    paragraph()
  }
  for (const value of [pieces, newcomers, 0]) number(value)
  for (let i = 0; i < pieces; i++) {
    encoding.writeUint8(encoder, element | hasRightOrigin)
    for (const value of [row, i]) number(value)
    paragraph()
  }
  number(0)
  return encoding.toUint8Array(encoder)
}

/** Every second letter of a long text is deleted, from its end: each time all that stands behind is moved. */
function confetti(length: number, client: number): { text: Uint8Array; holes: Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = client
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('w'.repeat(length))])
  doc.getXmlFragment('default').push([paragraph])
  const first = Y.getState(doc.store, client) - length
  const holes = Array.from({ length: Math.floor(length / 2) }, (_, i) => [first + length - 2 * (i + 1), 1] as const)
  return { text: Y.encodeStateAsUpdate(doc), holes: deletedAt(client, holes) }
}

/** Nodes in nodes in nodes. */
function tower(depth: number, client: number): Uint8Array {
  const encoder = encoding.createEncoder()
  const number = (value: number) => encoding.writeVarUint(encoder, value)
  for (const value of [1, depth, client, 0]) number(value)
  for (let i = 0; i < depth; i++) {
    encoding.writeUint8(encoder, element)
    number(i === 0 ? 1 : 0)
    if (i === 0) encoding.writeVarString(encoder, 'default')
    else for (const value of [client, i - 1]) number(value)
    number(3)
    encoding.writeVarString(encoder, 'blockquote')
  }
  number(0)
  return encoding.toUint8Array(encoder)
}
