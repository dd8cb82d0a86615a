import type { Viewer } from '@camau/domain'
import type { EntityName } from './graphql/entity.js'
import type { KeptRecord, RecordStore } from './record-store.js'

/** A record as search sees it: the texts people would look for, in both languages. */
export interface Searchable {
  id: string
  texts: readonly (string | null | undefined)[]
}

/** Where the records of one kind come from, and which of them a viewer may see. */
export interface SearchSource {
  name: EntityName
  /** Whoever asks: rights are asked of what was found. The same array until something has changed. */
  all: () => Promise<readonly Searchable[]>
  visible: (viewer: Viewer) => Promise<ReadonlySet<string>>
  /** The kind of live document whose words are this record's. */
  document?: 'minutes' | 'action' | 'legacy'
}

/** One kind of record as a source: `all` may give the same collection again, which is then not looked at again. */
export function searchSource<T>(
  name: EntityName,
  all: () => Promise<Iterable<T>>,
  see: (record: T) => Searchable,
  visible: (viewer: Viewer) => Promise<Iterable<string>>,
  document?: SearchSource['document'],
): SearchSource {
  let known: { records: Iterable<T>; seen: readonly Searchable[] } | null = null
  return {
    name,
    ...(document && { document }),
    visible: async (viewer) => new Set(await visible(viewer)),
    async all() {
      const records = await all()
      if (known?.records !== records) known = { records, seen: Array.from(records, see) }
      return known.seen
    },
  }
}

/** Records of a kind that has a store of its own. */
export function storedSource<R extends KeptRecord>(
  name: EntityName,
  store: Pick<RecordStore<R>, 'all' | 'list'>,
  texts: (record: R) => Searchable['texts'],
): SearchSource {
  return searchSource(
    name,
    store.all,
    (record) => ({ id: record.id, texts: texts(record) }),
    async (viewer) => (await store.list(viewer)).map(({ id }) => id),
  )
}
