import { limits } from '@camau/domain'
import type { Caret, PushRest } from '@camau/protocol'
import { toBase64 } from './base64.js'
import type { Channel } from './channel.js'

// Base64 adds a third, and the rest of the message needs room beside it.
const partBytes = Math.floor(((limits.frame - 4_096) / 4) * 3)

export interface Push {
  handle: number
  n: number
  update: Uint8Array
  /** undefined: nothing is said of it. */
  caret: Caret | null | undefined
  again: boolean
}

/** Sends one push, in parts where a frame would not hold it: an oversized frame closes the socket, and would do so for ever. */
export function push(channel: Channel, { handle, n, update, caret, again }: Push): void {
  const of = Math.ceil(update.length / partBytes)
  for (let index = 0; index < of; index++) {
    const bytes = of === 1 ? update : update.subarray(index * partBytes, (index + 1) * partBytes)
    const rest: PushRest = { ...(of > 1 && { part: { index, of } }), ...(again && { again }) }
    const text = toBase64(bytes)
    if (of > 1 || again) channel.send('document:push', [handle, n, text, caret ?? null, rest])
    else channel.send('document:push', caret === undefined ? [handle, n, text] : [handle, n, text, caret])
  }
}
