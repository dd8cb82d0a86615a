import { type Block, readBlocks } from '../../editor/read-blocks'

/** Agreed minutes as they are drawn: sections numbered by their headings, paragraphs within them: 3, 3.1, 3.2. */
export function readMinutes(content: unknown): Block[] {
  const counted = { section: 0, paragraph: 0 }
  return readBlocks(content).map((block) => {
    if (block.kind === 'heading' && block.level === 2) {
      counted.section += 1
      counted.paragraph = 0
      return { ...block, number: String(counted.section) }
    }
    if (block.kind !== 'paragraph' || counted.section === 0) return block
    counted.paragraph += 1
    return { ...block, number: `${counted.section}.${counted.paragraph}` }
  })
}
