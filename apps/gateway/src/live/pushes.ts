import { limits, Refusal } from '@camau/domain'
import type { Checked } from '@camau/protocol/parse'
import type { Member } from './caller.js'

/** Puts the parts of a large update together. null until the last one is here. Throws Refusal when they do not fit together. */
export function assemble(member: Member, [, n, update, , rest]: Checked<'document:push'>): Uint8Array | null {
  const part = rest?.part
  if (!part) {
    member.parts = null
    return update
  }
  if (part.index === 0) member.parts = { n, pieces: [], bytes: 0 }
  const { parts } = member
  if (!parts || parts.n !== n || parts.pieces.length !== part.index) {
    member.parts = null
    throw new Refusal('gap')
  }
  parts.pieces.push(update)
  parts.bytes += update.length
  if (parts.bytes > limits.update) {
    member.parts = null
    throw new Refusal('too-large')
  }
  if (parts.pieces.length < part.of) return null
  member.parts = null
  return new Uint8Array(Buffer.concat(parts.pieces))
}
