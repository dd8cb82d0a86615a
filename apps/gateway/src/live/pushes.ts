import { limits, Refusal } from '@camau/domain'
import type { Checked } from '@camau/protocol/parse'
import type { Member as Whole } from './caller.js'
import type { LiveLimits } from './limits.js'

type Member = Pick<Whole, 'parts' | 'unfinished'>

/** Puts the parts of a large update together. null until the last one is here. Throws Refusal when they do not fit together. */
export function assemble(
  member: Member,
  [, n, update, , rest]: Checked<'document:push'>,
  { unfinished }: Pick<LiveLimits, 'unfinished'>,
): Uint8Array | null {
  const part = rest?.part
  if (!part || part.index === 0) dropParts(member)
  if (!part) return update
  if (part.index === 0) member.parts = { n, pieces: [], bytes: 0 }
  const { parts } = member
  if (parts?.n !== n || parts.pieces.length !== part.index) throw dropped(member, 'gap')
  parts.pieces.push(update)
  parts.bytes += update.length
  member.unfinished.bytes += update.length
  if (parts.bytes > limits.update) throw dropped(member, 'too-large')
  if (member.unfinished.bytes > unfinished) throw dropped(member, 'too-fast')
  if (parts.pieces.length < part.of) return null
  dropParts(member)
  return new Uint8Array(Buffer.concat(parts.pieces))
}

/** What has come of an update that will never be whole. */
export function dropParts(member: Member): void {
  member.unfinished.bytes -= member.parts?.bytes ?? 0
  member.parts = null
}

function dropped(member: Member, code: 'gap' | 'too-large' | 'too-fast'): Refusal {
  dropParts(member)
  return new Refusal(code)
}
