import type { AuthoredBlock, AuthoredRun } from '@camau/collab/authored-blocks'
import type { TextChange } from '@camau/domain'
import { diffArrays } from 'diff'
import { align, type Pair } from './align.js'

/** Words are kept, inserted or deleted; a block that both versions have with other words is changed. */
type RunChange = Exclude<TextChange, 'changed'>

export interface ComparedRun extends AuthoredRun {
  change: RunChange
}

/** A block of one or both versions; `changed` where both have it with other words. */
export interface ComparedBlock extends Omit<AuthoredBlock, 'runs'> {
  change: TextChange
  runs: ComparedRun[]
}

export interface Compared {
  blocks: ComparedBlock[]
  insertedWords: number
  deletedWords: number
}

/** How much may still be searched: the work grows with the square of what differs, and a text can be made to differ a lot. */
export interface Searching {
  left: number
}

/** As much as a page may take: beyond it, words that differ are shown as all gone and all new. */
const mostWork = 3_000_000
const longestSearch = 1_000
const shortestSearch = 20

/** What became of a text from one version to the other, block by block and word by word, each run with who wrote it. */
export function compareTexts(from: readonly AuthoredBlock[], to: readonly AuthoredBlock[]): Compared {
  const searching = { left: mostWork }
  const blocks = align(from.map(placed), to.map(placed)).map((pair) => compareBlock(pair, searching))
  const count = (wanted: RunChange) =>
    wordCount(blocks.flatMap(({ runs }) => runs.filter(({ change }) => change === wanted)))
  return { blocks, insertedWords: count('inserted'), deletedWords: count('deleted') }
}

/** A single version, as a comparison shows it. */
export const asKept = (blocks: readonly AuthoredBlock[]): ComparedBlock[] =>
  blocks.map((block) => ({ ...block, change: 'kept', runs: told(block.runs, 'kept') }))

export function wordCount(runs: readonly { text: string }[]): number {
  return tokensOf(runs.map(({ text }) => text).join('\u0000')).filter(isWord).length
}

interface PlacedBlock {
  key: string
  kind: string
  text: string
  block: AuthoredBlock
}

function placed(block: AuthoredBlock): PlacedBlock {
  const { key, kind, record } = block
  return { key, kind, text: record ? `${record.node} ${record.id}` : textOf(block), block }
}

const textOf = ({ runs }: AuthoredBlock): string => runs.map(({ text }) => text).join('')

function compareBlock([one, two]: Pair<PlacedBlock>, searching: Searching): ComparedBlock {
  if (!two) return { ...one.block, change: 'deleted', runs: told(one.block.runs, 'deleted') }
  if (!one) return { ...two.block, change: 'inserted', runs: told(two.block.runs, 'inserted') }
  if (one.text === two.text) return { ...two.block, change: 'kept', runs: told(two.block.runs, 'kept') }
  return { ...two.block, change: 'changed', runs: wordByWord(one, two, searching) }
}

const told = (runs: readonly AuthoredRun[], change: RunChange): ComparedRun[] => runs.map((run) => ({ ...run, change }))

/** What is kept is shown as it stands in the later version: it may have been typed anew by somebody else. */
function wordByWord(one: PlacedBlock, two: PlacedBlock, searching: Searching): ComparedRun[] {
  const steps = wordSteps(one.text, two.text, searching)
  let [a, b] = [0, 0]
  return steps.flatMap(({ change, length }) => {
    const source = change === 'deleted' ? one.block.runs : two.block.runs
    const at = change === 'deleted' ? a : b
    if (change !== 'inserted') a += length
    if (change !== 'deleted') b += length
    return told(slice(source, at, at + length), change)
  })
}

/** One text made into another: so many characters kept, deleted, inserted. */
export function wordSteps(
  from: string,
  to: string,
  searching: Searching = { left: mostWork },
): { change: RunChange; length: number }[] {
  const maxEditLength = Math.max(shortestSearch, Math.min(longestSearch, Math.floor(Math.sqrt(searching.left))))
  const changes = diffArrays(tokensOf(from), tokensOf(to), { maxEditLength })
  const edits = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
  searching.left = Math.max(0, searching.left - (edits ?? maxEditLength) ** 2)
  if (!changes) {
    return [
      { change: 'deleted', length: from.length },
      { change: 'inserted', length: to.length },
    ]
  }
  return changes.map(({ added, removed, value }) => ({
    change: added ? 'inserted' : removed ? 'deleted' : 'kept',
    length: value.reduce((sum, token) => sum + token.length, 0),
  }))
}

/** The runs between two characters, cut where they must be. */
export function slice(runs: readonly AuthoredRun[], from: number, to: number): AuthoredRun[] {
  let at = 0
  return runs.flatMap((run) => {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, run.text.length)
    at += run.text.length
    return start < end ? [{ ...run, text: run.text.slice(start, end), clock: run.clock + start }] : []
  })
}

const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}'’]+|\s+|[^\p{L}\p{M}\p{N}'’\s]/gu) ?? []
const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)
