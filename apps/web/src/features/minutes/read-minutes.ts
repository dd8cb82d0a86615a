import { type MarginKind, marginNumbers } from '@camau/domain'
import { type Block, readBlocks } from '../../editor/read-blocks'

/** Agreed minutes as they are drawn: sections numbered by their headings, paragraphs within them: 3, 3.1, 3.2. */
export function readMinutes(content: unknown): Block[] {
  const blocks = readBlocks(content)
  const numbers = marginNumbers(blocks.map(marginKind))
  return blocks.map((block, i) => ('number' in block ? { ...block, number: numbers[i] ?? null } : block))
}

function marginKind(block: Block): MarginKind {
  if (block.kind === 'heading') return block.level === 2 ? 'section' : 'other'
  return block.kind === 'paragraph' ? 'paragraph' : 'other'
}
