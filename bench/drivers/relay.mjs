// What the two bare relays share: the same Yjs bytes and client work as a product, over a server that only passes them on.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { typingIn } from './yjs-text.mjs'

const isUpdate = 0
const isPresence = 1
const fromRelay = Symbol('from the relay')

/** A client over a line that carries bytes: `hear` is given what to call with each message. */
export function relayed({ send, hear, close, presence }) {
  const doc = new Y.Doc()
  const awareness = presence ? new Awareness(doc) : null
  doc.on('update', (update, origin) => origin !== fromRelay && send(framed(isUpdate, update)))
  awareness?.on('update', ({ updated }, origin) => {
    if (origin !== fromRelay) send(framed(isPresence, encodeAwarenessUpdate(awareness, updated)))
  })
  const ready = new Promise((resolve) => {
    hear((message) => {
      const decoder = decoding.createDecoder(message)
      const kind = decoding.readUint8(decoder)
      const bytes = decoding.readVarUint8Array(decoder)
      if (kind === isUpdate) Y.applyUpdate(doc, bytes, fromRelay)
      else if (awareness) applyAwarenessUpdate(awareness, bytes, fromRelay)
      resolve()
    })
  })
  return typingIn(doc.getText('body'), {
    ready,
    moveCaret: (at) => awareness?.setLocalStateField('cursor', { anchor: at, head: at }),
    close() {
      awareness?.destroy()
      close()
    },
  })
}

/** Remembers the updates of each room, so that whoever comes gets one state. */
export function relayRooms() {
  const rooms = new Map()
  return (name) => {
    const room = rooms.get(name) ?? { sockets: new Set(), doc: new Y.Doc(), waiting: [] }
    rooms.set(name, room)
    return {
      sockets: room.sockets,
      keep(message) {
        const decoder = decoding.createDecoder(message)
        if (decoding.readUint8(decoder) === isUpdate) room.waiting.push(decoding.readVarUint8Array(decoder))
      },
      state() {
        room.doc.transact(() => {
          for (const update of room.waiting.splice(0)) Y.applyUpdate(room.doc, update)
        })
        return framed(isUpdate, Y.encodeStateAsUpdate(room.doc))
      },
    }
  }
}

function framed(kind, bytes) {
  const encoder = encoding.createEncoder()
  encoding.writeUint8(encoder, kind)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
