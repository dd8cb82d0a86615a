import type { Viewer } from '@camau/domain'
import type { Loaders } from './loaders.js'
import type { Session } from './session.js'

/** Somebody who is not signed in: sees what is public, and may do nothing. */
export const nobody: Viewer = { personId: '', name: '', offices: [] }

export function isSignedIn(viewer: Viewer): boolean {
  return viewer.personId !== ''
}

/** What every resolver gets. `viewer` is never null: see `nobody`. Commands refuse nobody by themselves. */
export interface Context {
  viewer: Viewer
  session: Session | null
  /** When the request came, by `performance.now()`. */
  since: number
  /** Records by id, fetched once per request. */
  load: Loaders
}
