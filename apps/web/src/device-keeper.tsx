import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { NewVersion } from './features/connection/new-version'
import { OfflineLine } from './features/connection/offline-line'
import { keepDevice } from './keep-device'
import { useCommandQueue } from './platform/commands'
import type { Reading } from './platform/device/device-store'
import { useConnection, useTold } from './platform/live'
import { useViewer } from './platform/viewer'

/** What works without a line: kept in the background, said in one line each. */
export function DeviceKeeper({ reading }: { reading: Reading | undefined }) {
  useKept(reading)
  return (
    <>
      <OfflineLine readAt={reading?.at ?? null} />
      <NewVersion />
    </>
  )
}

function useKept(reading: Reading | undefined): void {
  const client = useApolloClient()
  const connection = useConnection()
  const told = useTold()
  const queue = useCommandQueue()
  const me = useViewer()
  const latest = useRef(me)
  const wasReading = useRef(false)
  latest.current = me
  useEffect(() => {
    const isBack = wasReading.current && !reading
    wasReading.current = reading !== undefined
    return keepDevice({ client, connection, told, queue, me: latest.current, reading, isBack })
  }, [client, connection, told, queue, reading])
}
