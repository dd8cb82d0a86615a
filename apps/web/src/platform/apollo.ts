import { ApolloClient, ApolloLink, type FieldReadFunction, HttpLink, InMemoryCache } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { readRefusal } from './refused'
import { sessionEnded } from './session'

const answersWithin = 10_000

/** The cache and the way to the gateway. Records are normalised by type and id, so that one live patch reaches every page. */
export function createApollo(): ApolloClient {
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([watchSession(), http()]),
    assumeImmutableResults: true,
  })
}

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: {
      Handed: ['LegacyItem', 'Commitment'],
      SearchHit: ['Action', 'LegacyItem', 'Commitment', 'Body', 'Meeting', 'Decision', 'Publication', 'Term'],
    },
    typePolicies: {
      Query: {
        fields: {
          action: byId('Action'),
          body: byId('Body'),
          meeting: byId('Meeting'),
          legacyItem: byId('LegacyItem'),
          commitment: byId('Commitment'),
        },
      },
      Viewer: { keyFields: [] },
      RegisterCounts: { keyFields: [] },
    },
  })
}

/** A record that a list already brought is shown at once, before its own query answers. */
function byId(type: string): { read: FieldReadFunction } {
  return {
    read: (existing, { args, toReference }) => existing ?? toReference({ __typename: type, id: String(args?.id) }),
  }
}

function http(): HttpLink {
  return new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchInTime })
}

/** Gives up after ten seconds: a page that waits for ever tells nobody anything. */
function fetchInTime(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const late = AbortSignal.timeout(answersWithin)
  return fetch(input, { ...init, signal: init.signal ? AbortSignal.any([init.signal, late]) : late })
}

/** Whichever request meets the end of the session first, the whole page learns of it. */
function watchSession(): ErrorLink {
  return new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return
    if (error.errors.some(({ extensions }) => readRefusal(extensions).code === 'not-signed-in')) sessionEnded.set(true)
  })
}
