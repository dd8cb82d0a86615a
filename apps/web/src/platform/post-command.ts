import type { ApolloClient } from '@apollo/client'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import type { Reply } from './command-queue'
import type { KeptCommand } from './command-store'
import { isRecord, readRefusal } from './refused'

/** Sends one command, and tells a no from an answer that did not come. */
export async function postCommand(
  client: ApolloClient,
  { document, variables, personId }: KeptCommand,
): Promise<Reply> {
  if (!navigator.onLine) return { state: 'unreachable' }
  try {
    // Somebody else may have signed in from another window: the gateway then refuses, by this header.
    const { data } = await client.mutate({
      mutation: document,
      variables,
      context: { headers: { 'camau-person': personId } },
    })
    return { state: 'done', data }
  } catch (error) {
    const extensions = refusalIn(error)
    if (!extensions) return { state: 'unreachable' }
    const refused = readRefusal(extensions)
    return awaitsServer.has(refused.code) ? { state: 'unreachable' } : { state: 'refused', refused }
  }
}

// Not a no to the command itself: it is sent again when the server or the session is back.
const awaitsServer: ReadonlySet<string> = new Set(['unavailable', 'took-too-long', 'too-fast', 'not-signed-in'])

function refusalIn(error: unknown): Record<string, unknown> | null {
  if (CombinedGraphQLErrors.is(error)) return error.errors[0]?.extensions ?? {}
  // A body that is too large, or no request at all: sent again, it would stand before all others for ever.
  if (ServerError.is(error) && error.statusCode >= 400 && error.statusCode < 500) return refusalInBody(error.bodyText)
  return null
}

/** Whatever else stands between here and the gateway answers in words of its own: that is no refusal. */
function refusalInBody(bodyText: string): Record<string, unknown> | null {
  try {
    const { extensions } = JSON.parse(bodyText).errors[0]
    return isRecord(extensions) && typeof extensions.code === 'string' ? extensions : null
  } catch {
    return null
  }
}
