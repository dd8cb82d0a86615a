import type { ApolloClient, NormalizedCacheObject, ObservableQuery } from '@apollo/client'
import { ViewerDocument, type ViewerQuery } from '../viewer.graphql'
import { deviceStore, type Reading } from './device-store'
import { fitForDevice, together } from './fit-for-device'
import { heardAt, keepingFor, restrictedHere } from './keeping'
import { whoseDevice } from './whose-device'

/** Longer than this nobody reads here without the server having said that they still may. */
const readFor = 72 * 3_600_000

/** Whoever was here last, with what they read; null when nobody was, or too long ago. */
export async function lastHere(): Promise<Reading | null> {
  const personId = whoseDevice()
  if (personId === null) return null
  const reading = await (await deviceStore()).get('reading', personId)
  // As far ahead as behind: a clock that was set back must not make it longer.
  return reading && Math.abs(Date.now() - reading.at) < readFor ? reading : null
}

interface Keep {
  /** What was kept before and is not in this cache goes: the server has just said all that may be read. */
  anew?: boolean
}

let kept: Promise<void> = Promise.resolve()

/** Keeps what the cache holds, for the person the page keeps things for. */
export function keepReading(client: ApolloClient, keep: Keep = {}): Promise<void> {
  // One after the other: what was made fit by an older word of the server must not be written last.
  const done = kept.then(() => keepNow(client, keep))
  kept = done.catch(() => undefined)
  return done
}

async function keepNow(client: ApolloClient, { anew = false }: Keep): Promise<void> {
  const personId = keepingFor.get()
  const restricted = restrictedHere.get()
  const answer = client.readQuery<ViewerQuery>({ query: ViewerDocument })
  if (personId === null || !restricted || answer?.viewer?.person.id !== personId) return
  const store = await deviceStore()
  const cache = await fitForDevice(client.extract() as NormalizedCacheObject, restricted)
  const before = anew ? undefined : (await store.get('reading', personId))?.cache
  const all = before ? await together(await fitForDevice(before, restricted), cache) : cache
  // Signing out may have come between.
  if (keepingFor.get() !== personId) return
  await store.put('reading', {
    personId,
    at: heardAt.get(),
    answer,
    cache: all,
    restricted: [...restricted],
  })
}

/** Takes out of the cache whatever no page on the screen shows, and what was `refused` there: it may be nobody's to read any more. */
export function dropUnread(
  client: ApolloClient,
  refused: ReadonlySet<ObservableQuery>,
  fresh: () => ApolloClient,
): void {
  const shown = fresh()
  for (const query of client.getObservableQueries('active')) {
    if (refused.has(query)) continue
    const data: unknown = client.readQuery({ query: query.query, variables: query.variables })
    if (data !== null) shown.writeQuery({ query: query.query, variables: query.variables, data })
  }
  const kept = shown.extract() as NormalizedCacheObject
  const { cache } = client
  cache.batch({
    update() {
      for (const id of Object.keys(client.extract() as NormalizedCacheObject))
        if (!(id in kept) && !id.startsWith('ROOT_')) cache.evict({ id })
      cache.modify({
        id: 'ROOT_QUERY',
        fields: (value, { storeFieldName, DELETE }) => (storeFieldName in (kept.ROOT_QUERY ?? {}) ? value : DELETE),
      })
    },
  })
}
