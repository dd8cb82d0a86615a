import type { ActionStatus } from '@camau/domain'
import type { Tone } from './status'

interface Look {
  tone: Tone
  /** Steps behind it, of five; what stopped has one bar and its word. */
  taken: number
}

/** How far an action has come, wherever its number stands. */
export const statusLooks: Record<ActionStatus, Look> = {
  proposed: { tone: 'proposed', taken: 1 },
  open: { tone: 'open', taken: 2 },
  'in-progress': { tone: 'moving', taken: 3 },
  done: { tone: 'done', taken: 4 },
  closed: { tone: 'done', taken: 5 },
  dropped: { tone: 'proposed', taken: 1 },
  superseded: { tone: 'proposed', taken: 1 },
  transferred: { tone: 'proposed', taken: 1 },
}
