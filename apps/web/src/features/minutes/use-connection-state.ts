import type { Status } from '@camau/collab/records'
import { useConnection } from '../../platform/live'
import { useSignal } from '../../platform/signal'

/** Whether the line is there, for words that depend on it. */
export function useConnectionState(): Status['state'] {
  return useSignal(useConnection().status).state
}
