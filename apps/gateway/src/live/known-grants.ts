import type { Viewer } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { Grant } from './caller.js'

/**
 * Who may come into which document, as it was answered a moment ago: when many come at once, or come back, each answer is asked for
 * once. Whatever may move any of them makes all of them forgotten, just as it makes open sockets ask again.
 */
export interface KnownGrants {
  find(viewer: Viewer, id: DocumentId): Grant | undefined
  /** Before the question is put: gives what takes the answer, which does not count if rights move meanwhile. */
  asking(viewer: Viewer, id: DocumentId): (grant: Grant) => void
  forget(): void
}

const keptFor = 5_000
const most = 2_000

export function knownGrants(now: () => Date): KnownGrants {
  let known = new Map<string, { grant: Grant; until: number }>()
  return {
    find(viewer, id) {
      const one = known.get(keyOf(viewer, id))
      return one && now().getTime() < one.until ? one.grant : undefined
    },
    asking(viewer, id) {
      const asked = known
      const until = now().getTime() + keptFor
      return (grant) => {
        if (asked !== known) return
        if (known.size >= most) known.clear()
        known.set(keyOf(viewer, id), { grant, until })
      }
    },
    forget() {
      known = new Map()
    },
  }
}

// With the offices: one may begin or end by the clock, which nobody tells.
const keyOf = ({ personId, offices }: Viewer, id: DocumentId): string => JSON.stringify([id, personId, offices])
