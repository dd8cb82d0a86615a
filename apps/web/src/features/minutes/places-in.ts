import type { Passage } from '@camau/domain'
import type { Inline } from '../../editor/read-blocks'
import { readMinutes } from './read-minutes'

/** The numbered passages of agreed minutes, as a reader finds them in the margin. */
export function placesIn(content: unknown): Passage[] {
  return readMinutes(content).flatMap((block) =>
    'number' in block && block.number ? [{ place: block.number, text: wordsOf(block.inline) }] : [],
  )
}

const wordsOf = (inline: readonly Inline[]) => inline.map((run) => (run === 'break' ? '\n' : run.text)).join('')
