import type { RefusalCode } from '@camau/domain'

/** Which sentence says why minutes cannot be written now. */
export function reasonOf(because: RefusalCode | undefined, couldWrite: boolean) {
  if (because === 'minutes-agreed' || because === 'read-only' || because === 'meeting-cancelled') return because
  if (couldWrite) return because === 'not-found' ? 'ended' : 'rights-ended'
  return because === 'not-permitted' ? because : 'other'
}
