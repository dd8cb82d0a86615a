import type { RefusalCode } from '@camau/domain'
import { type Settable, watchable } from './watchable.js'

/** What a person needs to know about their words; `kept` counts edits that only this device holds. */
export interface Status {
  state: 'saved' | 'saving' | 'offline' | 'attention' | 'read-only'
  kept: number
  because?: RefusalCode
  /** How often the words that were refused have become others, where any were: what a page shows of them must be all that there is. */
  drafts?: number
}

export function statusOf(first: Status): Settable<Status> {
  return watchable(
    first,
    (a, b) => a.state === b.state && a.kept === b.kept && a.because === b.because && a.drafts === b.drafts,
  )
}

// The worst news first: one document that needs a person outweighs ten that are saved.
const gravity: readonly Status['state'][] = ['attention', 'offline', 'saving', 'saved', 'read-only']

/** One status for several: the gravest state, everything kept. Reading along worries nobody. */
export function together(statuses: readonly Status[]): Status {
  const kept = statuses.reduce((sum, status) => sum + status.kept, 0)
  const worst = [...statuses].sort((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state))[0]
  if (!worst) return { state: 'saved', kept: 0 }
  return { ...worst, state: worst.state === 'read-only' ? 'saved' : worst.state, kept }
}
