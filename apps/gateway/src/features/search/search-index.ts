import type { Viewer } from '@camau/domain'
import type { EntityName } from '../../platform/graphql/entity.js'
import type { DocumentTexts } from './document-texts.js'
import { wordsOf } from './fold.js'
import { createWordIndex } from './word-index.js'

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

export interface Found {
  name: EntityName
  id: string
  /** The piece of text in which it was found. */
  text: string
}

export interface SearchIndex {
  /** Every typed word must fit some word of a record, or of one paragraph written in it. Best fit first, then in the order of the sources. */
  find(viewer: Viewer, text: string): Promise<Found[]>
}

interface Unit {
  source: number
  id: string
  text: string
  /** Its place among the records of its kind; paragraphs come after all of them. */
  place: number
}

const mostWords = 8
// Another node may write a moment before its clock says so.
const clocksDiffer = 10_000

export function createSearchIndex(sources: readonly SearchSource[], documents: DocumentTexts): SearchIndex {
  const words = createWordIndex()
  const units = new Map<string, Unit>()
  const read = new Map<number, readonly Searchable[]>()
  let textsUntil: Date | null = null

  function put(key: string, unit: Unit): void {
    const known = units.get(key)
    units.set(key, unit)
    if (known?.text !== unit.text) words.put(key, unit.text)
  }

  function takeOthers(starting: string, kept: ReadonlySet<string>): void {
    for (const key of [...units.keys()]) {
      if (!key.startsWith(starting) || kept.has(key)) continue
      units.delete(key)
      words.take(key)
    }
  }

  async function refreshRecords(source: SearchSource, number: number): Promise<void> {
    const all = await source.all()
    if (read.get(number) === all) return
    read.set(number, all)
    const kept = new Set<string>()
    all.forEach(({ id, texts }, place) => {
      const key = `${number}:${id}`
      kept.add(key)
      put(key, { source: number, id, text: texts.filter(Boolean).join(' · '), place })
    })
    takeOthers(`${number}:`, kept)
  }

  async function refreshTexts(): Promise<void> {
    const changed = await documents.since(textsUntil && new Date(textsUntil.getTime() - clocksDiffer))
    for (const { _id, paragraphs, at } of changed) {
      textsUntil = !textsUntil || at > textsUntil ? at : textsUntil
      const [kind = '', id = ''] = [_id.slice(0, _id.indexOf(':')), _id.slice(_id.indexOf(':') + 1)]
      const source = sources.findIndex(({ document }) => document === kind)
      if (source < 0) continue
      const keys = paragraphs.map((_, i) => `${_id}#${i}`)
      paragraphs.forEach((text, i) => {
        put(keys[i] ?? '', { source, id, text, place: Number.MAX_SAFE_INTEGER })
      })
      takeParagraphs(_id, paragraphs.length)
    }
  }

  /** What stood after the last paragraph before. */
  function takeParagraphs(documentId: string, from: number): void {
    for (let i = from; units.delete(`${documentId}#${i}`); i += 1) words.take(`${documentId}#${i}`)
  }

  return {
    async find(viewer, text) {
      const typed = wordsOf(text).slice(0, mostWords)
      if (typed.length === 0) return []
      await Promise.all([...sources.map(refreshRecords), refreshTexts()])
      const fits = [...words.find(typed)].flatMap(([key, rank]) => {
        const unit = units.get(key)
        return unit ? [{ ...unit, rank }] : []
      })
      const asked = [...new Set(fits.map(({ source }) => source))]
      const seen = new Map(await Promise.all(asked.map(async (n) => [n, await sources[n]?.visible(viewer)] as const)))
      const mine = fits.filter(({ source, id }) => seen.get(source)?.has(id))
      mine.sort((a, b) => a.rank - b.rank || a.source - b.source || a.place - b.place || (a.id < b.id ? -1 : 1))
      return eachRecordOnce(mine.map(({ source, id, text }) => ({ name: sources[source]?.name, id, text })))
    },
  }
}

function eachRecordOnce(found: readonly { name: EntityName | undefined; id: string; text: string }[]): Found[] {
  const once = new Map<string, Found>()
  for (const { name, id, text } of found)
    if (name && !once.has(`${name}:${id}`)) once.set(`${name}:${id}`, { name, id, text })
  return [...once.values()]
}
