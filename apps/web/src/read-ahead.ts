import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client'
import type { RecordsConnection } from '@camau/collab/records'
import type { DocumentId } from '@camau/protocol'
import { textCopies } from './platform/device/texts'
import type { Me } from './platform/viewer'

// What may be needed without a line, whichever feature asks for it.

/** What the server says is recent on one's own bodies. */
export interface Recent {
  meetings: readonly string[]
  actions: readonly string[]
}

interface Needs {
  client: ApolloClient
  connection: RecordsConnection
  me: Me
  recent: Recent
  signal: AbortSignal
}

type Ask = <Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
) => Promise<void>

/** Asks for the pages and texts of the last 30 days, one after the other, each when the page has nothing better to do. */
export async function readAhead(needs: Needs): Promise<void> {
  const ask: Ask = async (query, variables) => {
    if (await free(needs.signal)) await needs.client.query<unknown, OperationVariables>({ query, variables })
  }
  await askForPages(ask, needs)
  const { meetings, actions } = needs.recent
  const texts: DocumentId[] = [
    ...meetings.map((id) => `minutes:${id}` as const),
    ...actions.map((id) => `action:${id}` as const),
  ]
  for (const id of texts) if (await free(needs.signal)) await readText(needs.connection, id)
}

async function askForPages(ask: Ask, { client, me, recent, signal }: Needs): Promise<void> {
  const [meetings, actions, minutes, { BodyPageDocument }, { LegacyRegisterDocument }, home, { DecisionsDocument }] =
    await Promise.all([
      import('./features/meetings/meetings.graphql'),
      import('./features/actions/actions.graphql'),
      import('./features/minutes/minutes.graphql'),
      import('./features/bodies/bodies.graphql'),
      import('./features/legacy/legacy.graphql'),
      import('./features/home/home.graphql'),
      import('./features/decisions/decisions.graphql'),
    ])
  await ask(meetings.MeetingsDocument, {})
  await ask(LegacyRegisterDocument, {})
  await ask(DecisionsDocument, { bodyId: null, from: null, until: null })
  const [{ asked }, { myBodies }] = await Promise.all([
    import('./features/home/asked'),
    import('./features/home/my-bodies'),
  ])
  await ask(home.HomeDocument, asked(myBodies(me)))
  if (await free(signal)) await readLog(client, null)
  for (const id of new Set(me.offices.map(({ bodyId }) => bodyId))) {
    if (await free(signal)) await readLog(client, id)
    await ask(BodyPageDocument, { id })
    await ask(meetings.BodyMeetsDocument, { id })
  }
  for (const id of recent.meetings) {
    await ask(meetings.MeetingPageDocument, { id })
    await ask(minutes.MinutesDecisionsDocument, { meetingId: id })
    await ask(minutes.AgreedMinutesDocument, { id })
  }
  for (const id of recent.actions) await ask(actions.ActionLifeDocument, { id })
}

/** As a page would: page by page, until it is whole or known to be too long for that. */
async function readLog(client: ApolloClient, bodyId: string | null): Promise<void> {
  const { actionFeed } = await import('./features/actions/action-feed')
  const feed = actionFeed(client, bodyId === null ? {} : { bodyId })
  await new Promise<void>((done) => {
    const look = () => {
      const { complete, error, long } = feed.get()
      if (!complete && !error && !long) return
      leave()
      done()
    }
    const leave = feed.subscribe(look)
  })
}

/** Opening it writes the device's copy. What may not be opened is none of this person's. */
async function readText(connection: RecordsConnection, id: DocumentId): Promise<void> {
  const { withDocuments } = await import('@camau/collab')
  const text = withDocuments(connection, undefined, textCopies(connection.person)).openDocument(id)
  await text.opened.then(text.keepCopy, () => undefined)
  text.close()
}

/** So that what the person does meanwhile is never the one too many of a second. */
const apart = 100

/** Waits until nothing else is to be done; false when it is wanted no more. */
function free(signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const idle = globalThis.requestIdleCallback ?? ((work: () => void) => work())
    setTimeout(() => idle(() => resolve(!signal.aborted)), apart)
  })
}
