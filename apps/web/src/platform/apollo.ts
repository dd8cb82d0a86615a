import {
  ApolloClient,
  ApolloLink,
  type FieldMergeFunction,
  type FieldReadFunction,
  HttpLink,
  InMemoryCache,
  type NormalizedCacheObject,
} from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import type { RefusalCode } from '@camau/domain'
import { map } from 'rxjs'
import { keepNewer } from './newer-patches'
import { readRefusal } from './refused'
import { sessionEnded } from './session'

const answersWithin = 10_000

/** The cache and the way to the gateway. Records are normalised by type and id, so that one live patch reaches every page. */
export function createApollo(kept?: NormalizedCacheObject): ApolloClient {
  const cache = kept ? createCache().restore(kept) : createCache()
  return new ApolloClient({
    cache,
    link: ApolloLink.from([watchSession(), forSomebody(), keepNewer(cache), http()]),
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
      // Where something is drawn depends on what else is: it belongs to the one map it was asked for.
      DependencyGraphNode: { keyFields: false },
      DependencyGraphEdge: { keyFields: false },
      // Two pages may ask for different parts of these: what one brings must not take away what the other shows, or both
      // would ask again and again.
      ActionCounts: { merge: true },
      Owner: { merge: mergeWhereSame('label') },
      Acceptance: { merge: mergeWhereSame('at') },
      Due: { merge: mergeWhereSame('label') },
    },
  })
}

/** A record that a list already brought is shown at once, before its own query answers. */
function byId(type: string): { read: FieldReadFunction } {
  return {
    read: (existing, { args, toReference }) => existing ?? toReference({ __typename: type, id: String(args?.id) }),
  }
}

/** Parts of one value are put together; another value takes the place of the old one whole. */
function mergeWhereSame(field: string): FieldMergeFunction {
  return (existing, incoming, { readField, mergeObjects }) => {
    const isSame = existing && incoming && sameValue(readField(field, existing), readField(field, incoming))
    return isSame ? mergeObjects(existing, incoming) : incoming
  }
}

const sameValue = (a: unknown, b: unknown) => a !== undefined && JSON.stringify(a) === JSON.stringify(b)

function http(): HttpLink {
  return new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchInTime })
}

/** Gives up after ten seconds: a page that waits for ever tells nobody anything. */
function fetchInTime(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const late = AbortSignal.timeout(answersWithin)
  return fetch(input, { ...init, signal: init.signal ? AbortSignal.any([init.signal, late]) : late })
}

/** An answer that knows nobody is none: in the cache it would take the page away from whoever is to sign in again in place. */
function forSomebody(): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) =>
        'data' in result && result.data?.viewer === null ? { errors: [{ message: '', extensions: ended }] } : result,
      ),
    ),
  )
}

const ended: { code: RefusalCode } = { code: 'not-signed-in' }

/** Whichever request meets the end of the session first, the whole page learns of it. */
function watchSession(): ErrorLink {
  return new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return
    if (error.errors.some(({ extensions }) => readRefusal(extensions).code === ended.code)) sessionEnded.set(true)
  })
}
