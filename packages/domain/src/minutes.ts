/** A passage of agreed minutes, as the margin numbers it: "3" for a section, "3.1" for its first paragraph. */
export interface Passage {
  place: string
  text: string
}

export type MarginKind = 'section' | 'paragraph' | 'other'

/**
 * The numbers in the margin: sections by their headings, paragraphs within them; what stands before the first section has none.
 * The page that prints them and the check of an amendment count alike, because both count here.
 */
export function marginNumbers(kinds: readonly MarginKind[]): (string | null)[] {
  let section = 0
  let paragraph = 0
  return kinds.map((kind) => {
    if (kind === 'section') {
      section += 1
      paragraph = 0
      return String(section)
    }
    if (kind === 'other' || section === 0) return null
    paragraph += 1
    return `${section}.${paragraph}`
  })
}

interface Node {
  type?: string | undefined
  text?: string | undefined
  attrs?: { level?: unknown } | undefined
  content?: readonly Node[] | undefined
}

/** The numbered passages of minutes, from the editor's JSON as the live text gives it out. */
export function passagesOf(minutes: Node): Passage[] {
  const blocks = minutes.content ?? []
  const numbers = marginNumbers(blocks.map(marginKind))
  return blocks.flatMap((block, i) => {
    const place = numbers[i]
    return place ? [{ place, text: wordsOf(block) }] : []
  })
}

/** All the words of minutes, numbered or not, a line to a block. */
export function allWords(node: Node): string {
  const inner = (node.content ?? []).filter(({ type }) => type !== undefined)
  return inner.some(({ text }) => text !== undefined) ? wordsOf(node) : inner.map(allWords).join('\n')
}

// An empty paragraph is room to write, and no passage.
function marginKind(node: Node): MarginKind {
  if (node.type === 'heading') return node.attrs?.level === 3 ? 'other' : 'section'
  return node.type === 'paragraph' && (node.content ?? []).length > 0 ? 'paragraph' : 'other'
}

function wordsOf({ type, text, content }: Node): string {
  if (text !== undefined) return text
  return type === 'hardBreak' ? '\n' : (content ?? []).map(wordsOf).join('')
}
