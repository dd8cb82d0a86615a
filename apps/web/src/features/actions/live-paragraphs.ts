import type { Y } from '@camau/collab'
import { editBetween, type TextEdit } from './text-edit'

type Yjs = typeof Y

/** A fragment as lines, one a block. */
export function paragraphText(fragment: Y.XmlFragment): string {
  return fragment.toArray().map(lineOf).join('\n')
}

/** Turns the fragment into the lines given, touching only what differs, so that others' letters in other places stay. */
export function writeParagraphs(yjs: Yjs, fragment: Y.XmlFragment, next: string, caret: number): void {
  const before = fragment.toArray().map(lineOf)
  const after = next.split('\n')
  let start = 0
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const old = before.length - start - end
  const fresh = after.slice(start, after.length - end)
  const kept = Math.min(old, fresh.length)
  const column = caretColumn(after, caret)
  for (let i = 0; i < kept; i += 1) rewrite(yjs, fragment.get(start + i), fresh[i] ?? '', column)
  if (old > kept) fragment.delete(start + kept, old - kept)
  if (fresh.length > kept)
    fragment.insert(
      start + kept,
      fresh.slice(kept).map((line) => paragraph(yjs, line)),
    )
}

function lineOf(node: unknown): string {
  return textsIn(node)
    .map((text) =>
      String(
        text
          .toDelta()
          .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
          .join(''),
      ),
    )
    .join('')
}

function textsIn(node: unknown): Y.XmlText[] {
  if (isText(node)) return [node]
  return isParent(node) ? node.toArray().flatMap(textsIn) : []
}

const isText = (node: unknown): node is Y.XmlText => typeof node === 'object' && node !== null && 'toDelta' in node
const isParent = (node: unknown): node is Y.XmlElement => typeof node === 'object' && node !== null && 'toArray' in node

function rewrite(yjs: Yjs, block: unknown, line: string, caret: number): void {
  if (!isParent(block)) return
  const texts = textsIn(block)
  if (texts.length === 0) {
    if (line) block.insert(0, [new yjs.XmlText(line)])
    return
  }
  const edit = editBetween(lineOf(block), line, Math.min(caret, line.length))
  if (edit) replaceIn(texts, edit)
}

/** In the texts of one line, one behind the other: two who begin an empty line at once each bring a text of their own. */
function replaceIn(texts: readonly Y.XmlText[], { at, remove, insert }: TextEdit): void {
  let begin = 0
  let left = insert
  for (const text of texts) {
    const { length } = text
    const from = Math.max(at - begin, 0)
    const to = Math.min(at + remove - begin, length)
    if (from < to) text.delete(from, to - from)
    if (left && from <= length) {
      text.insert(from, left)
      left = ''
    }
    begin += length
  }
}

function paragraph(yjs: Yjs, line: string): Y.XmlElement {
  const block = new yjs.XmlElement('paragraph')
  if (line) block.insert(0, [new yjs.XmlText(line)])
  return block
}

/** Where in its line the caret stands. */
function caretColumn(lines: readonly string[], caret: number): number {
  let left = caret
  for (const line of lines) {
    if (left <= line.length) return left
    left -= line.length + 1
  }
  return left
}
