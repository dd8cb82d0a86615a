import { ApolloProvider, useApolloClient, useQuery } from '@apollo/client/react'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { Frame } from './frame'
import { expectRecords } from './pages'
import { createApollo } from './platform/apollo'
import { CommandsProvider } from './platform/commands'
import type { Reading } from './platform/device/device-store'
import { LiveProvider } from './platform/live'
import { sessionEnded } from './platform/session'
import { readViewer, ViewerProvider } from './platform/viewer'
import { ViewerDocument, type ViewerQuery } from './platform/viewer.graphql'

interface ShellProps {
  /** What the first question brought: nobody is asked twice. */
  answer: ViewerQuery
  /** Without a line: what this device kept; gone as soon as the server was reached. */
  reading: Reading | undefined
  onSignOut: () => void
}

/** Everything for somebody who is signed in. A new person gets a new one: nothing of another's cache is left. */
export function Shell({ answer, reading, onSignOut }: ShellProps) {
  const [client] = useState(() => {
    const made = createApollo(reading?.cache)
    made.writeQuery({ query: ViewerDocument, data: answer })
    if (!reading) expectRecords(made, location.pathname)
    return made
  })
  // The session before this one may have ended; this one has not.
  useEffect(() => sessionEnded.set(false), [])
  return (
    <ApolloProvider client={client}>
      <WithViewer reading={reading} onSignOut={onSignOut} />
    </ApolloProvider>
  )
}

function WithViewer({ reading, onSignOut }: Pick<ShellProps, 'reading' | 'onSignOut'>) {
  const { data, refetch } = useQuery(ViewerDocument)
  const viewer = data?.viewer
  const me = useMemo(() => (viewer ? readViewer(viewer) : null), [viewer])
  // A second sign-in in place opens a second connection; the first one ended with its session.
  const [signIns, setSignIns] = useState(0)
  const onBack = useCallback(() => setSignIns((times) => times + 1), [])
  const client = useApolloClient()
  const onRights = useCallback(async () => {
    const before = officesIn(client.readQuery({ query: ViewerDocument }))
    const { data } = await refetch()
    return officesIn(data) !== before
  }, [client, refetch])
  if (!me) return null
  return (
    <ViewerProvider me={me}>
      <Connected person={me.personId} signIns={signIns}>
        <Frame reading={reading} onSignOut={onSignOut} onBack={onBack} onRights={onRights} />
      </Connected>
    </ViewerProvider>
  )
}

function officesIn(answer: ViewerQuery | null | undefined): string | undefined {
  return answer?.viewer?.offices.map(({ appointmentId }) => appointmentId).join()
}

function Connected({ person, signIns, children }: { person: string; signIns: number; children: ReactNode }) {
  return (
    <CommandsProvider person={person}>
      <LiveProvider person={person} signIns={signIns}>
        {children}
      </LiveProvider>
    </CommandsProvider>
  )
}
