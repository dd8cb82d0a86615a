import type { Viewer } from '@camau/domain'
import { breathe } from '../../platform/breathe.js'
import type { EntityName } from '../../platform/graphql/entity.js'
import type { Searchable, SearchSource } from '../../platform/search-source.js'
import type { DocumentTextRecord } from './document-text.model.js'
import type { DocumentTexts } from './document-texts.js'
import { wordsOf } from './fold.js'
import { createWordIndex } from './word-index.js'

export interface Found {
  name: EntityName
  id: string
  /** The piece of text in which it was found. */
  text: string
}

export interface SearchIndex {
  /** Begins to read what there is, so that the first to search need not wait for all of it. */
  warm(): void
  /** Every typed word must fit some word of a record, or of one paragraph written in it. Best fit first, then in the order of the sources. */
  find(viewer: Viewer, text: string): Promise<Found[]>
}

/** A record, and what the question under way found of it. */
interface Entry {
  source: number
  id: string
  /** Its place among the records of its kind. */
  place: number
  question: number
  fit: number
  text: string
}

/** A text and the record it belongs to. */
interface Unit {
  entry: Entry
  text: string
}

const mostWords = 8
// Another node may write a moment before its clock says so.
const clocksDiffer = 10_000
// Reading a large programme takes a second or two; somebody types meanwhile.
const atOnce = 20
const recordsAtOnce = 500

export function createSearchIndex(sources: readonly SearchSource[], documents: DocumentTexts): SearchIndex {
  const words = createWordIndex<Unit>()
  const entries = new Map<string, Entry>()
  const texts = new Map<string, string>()
  const read = new Map<number, readonly Searchable[]>()
  const written = new Map<string, { at: Date; paragraphs: number }>()
  let textsUntil: Date | null = null
  let questions = 0

  function entryOf(source: number, id: string): Entry {
    const key = `${source}:${id}`
    const known = entries.get(key)
    if (known) return known
    // A paragraph may come before its record: it then stands last until the record says where.
    const entry = { source, id, place: Number.MAX_SAFE_INTEGER, question: 0, fit: 0, text: '' }
    entries.set(key, entry)
    return entry
  }

  function put(key: string, unit: Unit): void {
    if (texts.get(key) === unit.text) return
    texts.set(key, unit.text)
    words.put(key, unit.text, unit)
  }

  function take(key: string): void {
    if (texts.delete(key)) words.take(key)
  }

  async function refreshRecords({ all }: SearchSource, source: number): Promise<void> {
    const now = await all()
    const before = read.get(source)
    if (before === now) return
    const gone = new Set(before?.map(({ id }) => id))
    for (const [place, { id, texts }] of now.entries()) {
      gone.delete(id)
      const entry = entryOf(source, id)
      entry.place = place
      put(`${source}:${id}`, { entry, text: texts.filter(Boolean).join(' · ') })
      if (place % recordsAtOnce === recordsAtOnce - 1) await breathe()
    }
    for (const id of gone) take(`${source}:${id}`)
    read.set(source, now)
  }

  async function refreshTexts(): Promise<void> {
    const recent = await documents.since(textsUntil && new Date(textsUntil.getTime() - clocksDiffer))
    const changed = recent.filter(({ _id, at }) => written.get(_id)?.at.getTime() !== at.getTime())
    for (let from = 0; from < changed.length; from += atOnce) {
      const some = changed.slice(from, from + atOnce).map(({ _id }) => _id)
      for (const text of await documents.read(some)) putText(text)
      await breathe()
    }
  }

  function putText({ _id, paragraphs, at }: DocumentTextRecord): void {
    textsUntil = !textsUntil || at > textsUntil ? at : textsUntil
    const source = sources.findIndex(({ document }) => document !== undefined && _id.startsWith(`${document}:`))
    if (source < 0) return
    const entry = entryOf(source, _id.slice(_id.indexOf(':') + 1))
    paragraphs.forEach((text, n) => {
      put(`${_id}#${n}`, { entry, text })
    })
    for (let n = paragraphs.length; n < (written.get(_id)?.paragraphs ?? 0); n += 1) take(`${_id}#${n}`)
    written.set(_id, { at, paragraphs: paragraphs.length })
  }

  async function refresh(): Promise<void> {
    for (const [number, source] of sources.entries()) await refreshRecords(source, number)
    await refreshTexts()
  }

  /** One after the other; whoever asks waits for a reading that began after they asked. */
  let last = Promise.resolve()
  function upToDate(): Promise<void> {
    const next = last.then(refresh)
    last = next.catch(() => undefined)
    return next
  }

  /** Each record once, by the best of its texts; of equals the record's own words, then the first paragraph. */
  function fitting(typed: readonly string[]): Entry[] {
    const found: Entry[] = []
    questions += 1
    words.find(typed, ({ entry, text }, fit) => {
      if (entry.question === questions && entry.fit <= fit) return
      if (entry.question !== questions) found.push(entry)
      entry.question = questions
      entry.fit = fit
      entry.text = text
    })
    return found
  }

  return {
    // Whoever searches next reads on from where this came to, should it fail.
    warm: () => void upToDate().catch(() => undefined),
    async find(viewer, text) {
      const typed = wordsOf(text).slice(0, mostWords)
      if (typed.length === 0) return []
      await upToDate()
      const asked = await Promise.all(sources.map(({ visible }) => visible(viewer)))
      // From here to the end nothing waits: what an entry holds is of this question.
      const mine = fitting(typed).filter(({ source, id }) => asked[source]?.has(id))
      mine.sort((a, b) => a.fit - b.fit || a.source - b.source || a.place - b.place || (a.id < b.id ? -1 : 1))
      return mine.flatMap(({ source, id, text }) => {
        const name = sources[source]?.name
        return name ? [{ name, id, text }] : []
      })
    },
  }
}
