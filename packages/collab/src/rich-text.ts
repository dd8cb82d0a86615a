import type { DocumentSchema } from './document-schema.js'

/** Paragraphs, headings and lists: what every fragment may hold. The editor's own names, with the attributes it writes. */
export const richText = {
  paragraph: {},
  heading: { level: 'number', itemId: 'string' },
  bulletList: {},
  orderedList: { start: 'number', type: 'string' },
  listItem: {},
  blockquote: {},
  hardBreak: {},
} as const satisfies DocumentSchema['nodes']

/** A link leads to http, https or mailto; admission refuses any other address. */
export const richMarks = ['bold', 'italic', 'link'] as const

/** The addresses a link may lead to. An allow-list: a filter for bad schemes always misses one. */
export function isSafeHref(href: unknown): boolean {
  return typeof href === 'string' && href.length <= 2_000 && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href)
}
