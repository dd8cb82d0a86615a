import { type Doing, useAllDoings } from '../../platform/doings'
import { useWords } from '../../platform/words'
import { fits, takes } from './fits'
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
    .map((doing) => doLine(doing, doing.name, ''))
  if (!typed.trim()) return { lines: [...recentPlaces(), ...todo], search }
  const hits = search.state === 'found' ? search.result.hits : []
  const found = hits.map(lineOf)
  // Last, and once the search has answered: Enter opens what was looked for before it proposes anything about it.
  const settled = search.state === 'found' || search.state === 'failed'
  const about = settled ? doings.filter((doing) => takes(doing, typed)) : []
  const aboutIt = about.map((doing) => doLine(doing, words.aboutText(doing.name, typed.trim()), typed.trim()))
  return { lines: [...todo, ...found, ...allOf(search, typed, words.allFound), ...aboutIt], search }
}

/** What a page itself offers was registered last and comes first; mere places come after everything to do. */
function doFirst(doings: readonly Doing[]): Doing[] {
  return [...doings.filter(({ goes }) => !goes).reverse(), ...doings.filter(({ goes }) => goes)]
}

function doLine({ id, goes, run }: Doing, name: Line['name'], text: string): Line {
  return { key: `do:${id}${text && ':about'}`, kind: goes ? 'go' : 'do', name, run: () => run(text) }
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
