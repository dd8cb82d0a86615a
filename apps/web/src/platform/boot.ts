import type { ViewerQuery } from './viewer.graphql'

// The very first question, asked with plain fetch: whoever is not signed in never loads the GraphQL client.
// boot.test.ts holds this text to viewer.graphql.
export const viewerText = `query Viewer {
  viewer {
    person {
      id
      name
      initials
      example
      __typename
    }
    offices {
      appointmentId
      office
      title {
        en
        cy
        __typename
      }
      bodyId
      bodyKind
      bodyParentId
      until
      __typename
    }
    language
    demo
    __typename
  }
}`

export type Boot = { state: 'signed-in'; answer: ViewerQuery } | { state: 'signed-out' } | { state: 'unreachable' }

/** Who is here, if anybody. */
export async function askWhoIsHere(): Promise<Boot> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operationName: 'Viewer', query: viewerText }),
      signal: AbortSignal.timeout(10_000),
    })
    const { data }: { data?: ViewerQuery | null } = await response.json()
    if (data?.viewer) return { state: 'signed-in', answer: data }
    return response.status >= 500 ? { state: 'unreachable' } : { state: 'signed-out' }
  } catch {
    return { state: 'unreachable' }
  }
}
