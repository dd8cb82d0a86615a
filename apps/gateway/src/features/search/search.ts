import type { Viewer } from '@camau/domain'
import type { EntityName } from '../../platform/graphql/entity.js'
import { fit, wordsOf } from './fold.js'

/** A record as search sees it: the texts people would look for, in both languages. */
export interface Searchable {
  id: string
  texts: readonly (string | null | undefined)[]
}

/** Where the records of one kind come from that the viewer may see. */
export interface SearchSource<N extends EntityName = EntityName> {
  name: N
  read: (viewer: Viewer) => Promise<readonly Searchable[]>
}

export interface Found {
  name: EntityName
  id: string
}

const mostWords = 8

/** Every typed word must fit some word of the record. Best fit first, then in the order of the sources. */
export async function findMatches(sources: readonly SearchSource[], viewer: Viewer, text: string): Promise<Found[]> {
  const typed = wordsOf(text).slice(0, mostWords)
  if (typed.length === 0) return []
  const found = await Promise.all(
    sources.map(async ({ name, read }) =>
      (await read(viewer)).flatMap(({ id, texts }) => {
        const rank = rankOf(typed, wordsOfAll(texts))
        return rank === null ? [] : [{ name, id, rank }]
      }),
    ),
  )
  return found.flat().sort((a, b) => a.rank - b.rank)
}

function rankOf(typed: readonly string[], words: readonly string[]): number | null {
  let rank = 0
  for (const one of typed) {
    let best: number | null = null
    for (const word of words) {
      const fits = fit(one, word)
      if (fits !== null && (best === null || fits < best)) best = fits
    }
    if (best === null) return null
    rank += best
  }
  return rank
}

const keptTexts = 50_000
const kept = new Map<string, string[]>()

/** Folding is most of the work and texts seldom change. */
function wordsOfAll(texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => {
    if (!text) return []
    const known = kept.get(text)
    if (known) return known
    if (kept.size >= keptTexts) kept.clear()
    const words = [...new Set(wordsOf(text))]
    kept.set(text, words)
    return words
  })
}
