import { limits } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import { toBase64 } from './base64.js'
import type { Channel } from './channel.js'

// Base64 adds a third, and the rest of the message needs room beside it.
const partBytes = Math.floor(((limits.frame - 4_096) / 4) * 3)

/** Sends one push, in parts where a frame would not hold it: an oversized frame closes the socket, and would do so for ever. */
export function push(channel: Channel, documentId: DocumentId, epoch: number, n: number, update: Uint8Array): void {
  const of = Math.ceil(update.length / partBytes)
  for (let index = 0; index < of; index++) {
    const bytes = of === 1 ? update : update.subarray(index * partBytes, (index + 1) * partBytes)
    const message = { documentId, epoch, n, update: toBase64(bytes) }
    channel.send('document:push', of === 1 ? message : { ...message, part: { index, of } })
  }
}
