import { lazy, type ReactNode, useCallback, useState } from 'react'
import { keptTitles } from './features/actions/kept-titles'
import { useCommandQueue } from './platform/commands'
import { useConnection } from './platform/live'
import { useViewer } from './platform/viewer'

const LeaveDialog = lazy(async () => ({ default: (await import('./features/connection/leave-dialog')).LeaveDialog }))

/** Signing out asks first where something has not been sent. */
export function useLeaving(onSignOut: () => void): { leave: () => void; dialog: ReactNode } {
  const queue = useCommandQueue()
  const connection = useConnection()
  const { personId } = useViewer()
  const [unsent, setUnsent] = useState(0)
  const leave = useCallback(async () => {
    const { unsentOf } = await import('./platform/device/unsent')
    const titles = keptTitles.get().filter(({ person }) => person === personId).length
    const count = titles + Math.max(await unsentOf(personId, queue), connection.pending())
    if (count === 0) onSignOut()
    else setUnsent(count)
  }, [queue, connection, personId, onSignOut])
  return {
    leave: useCallback(() => void leave().catch(onSignOut), [leave, onSignOut]),
    dialog: unsent > 0 && <LeaveDialog unsent={unsent} onStay={() => setUnsent(0)} onLeave={onSignOut} />,
  }
}
