import { type Doing, useAllDoings } from '../../platform/doings'
import { useWords } from '../../platform/words'
import { fits } from './fits'
import { recentPlaces } from './recent'
import type { Line } from './results'
import { useLineOf } from './use-line-of'
import { useSearch } from './use-search'
import { paletteWords } from './words'

/** What the palette shows for what was typed: things to do first, then what was found. */
export function useLines(typed: string) {
  const words = useWords(paletteWords)
  const lineOf = useLineOf()
  const search = useSearch(typed)
  const doings = useAllDoings()
  const todo = doFirst(doings)
    .filter((doing) => fits(doing, typed))
    .map((doing) => doLine(doing, typed, words.aboutText))
  if (!typed.trim()) return { lines: [...recentPlaces(), ...todo], search }
  const hits = search.state === 'found' ? search.result.hits : []
  const found = hits.map(lineOf)
  return { lines: [...todo, ...found, ...allOf(search, typed, words.allFound)], search }
}

/** What a page itself offers was registered last and comes first; mere places come after everything to do. */
function doFirst(doings: readonly Doing[]): Doing[] {
  return [...doings.filter(({ goes }) => !goes).reverse(), ...doings.filter(({ goes }) => goes)]
}

function doLine(doing: Doing, typed: string, about: (name: string, text: string) => string): Line {
  const text = typed.trim()
  const named = (name: string) => (doing.takesText && text ? about(name, text) : name)
  return {
    key: `do:${doing.id}`,
    kind: doing.goes ? 'go' : 'do',
    name: { en: named(doing.name.en), cy: named(doing.name.cy) },
    run: () => doing.run(text),
  }
}

/** The way to the page with everything that was found, where the palette shows only the best. */
function allOf(
  search: ReturnType<typeof useSearch>,
  typed: string,
  said: (n: number) => { en: string; cy: string },
): Line[] {
  if (search.state !== 'found' || search.result.totalCount === 0) return []
  const href = `/search?${new URLSearchParams({ q: typed.trim() })}`
  return [{ key: 'all-found', kind: 'go', name: said(search.result.totalCount), href }]
}
