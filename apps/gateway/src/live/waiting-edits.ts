import type { Refusal } from '@camau/domain'
import type { Member } from './caller.js'

const mostAtOnce = 64
const mostBytesAtOnce = 4 * 1024 * 1024

/** An update, and who is told what became of it: either that it is durable, with the number of its row, or why it will not be. */
export interface Edit {
  member: Member
  update: Uint8Array
  saved(seq: number): void
  refused(reason: Refusal): void
}

/** An admitted edit that is not in the log yet. */
export interface Waiting extends Omit<Edit, 'update'> {
  /** null: everything in it was known already; it is saved when what came before is. */
  update: Uint8Array | null
  /** Whose text may be gone on with before this is in the log, see `Ahead`. */
  client: number | null
}

/** Takes off the front what forms the next append: as much as fits, and one at least. */
export function nextGroup(waiting: Waiting[]): Waiting[] {
  let bytes = 0
  const most = waiting.findIndex(({ update }, i) => {
    bytes += update?.length ?? 0
    return i > 0 && (i >= mostAtOnce || bytes > mostBytesAtOnce)
  })
  return waiting.splice(0, most === -1 ? waiting.length : most)
}
