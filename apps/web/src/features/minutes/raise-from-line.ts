import type { Node as Line, NodeType } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'

/** What would be raised here: the words selected, or the whole line the caret is on. */
export function lineText({ selection, doc }: EditorState): string {
  const { $from, $to, empty } = selection
  const text = empty ? $from.parent.textContent : doc.textBetween($from.pos, $to.pos, ' ')
  return $from.parent.isTextblock ? text.replace(/\s+/g, ' ').trim() : ''
}

/**
 * Puts a record's node under the line, and the caret under the node. The line itself stays: somebody else may be typing
 * in it, and a line that is taken away takes their words with it.
 */
export function insertBelowLine(state: EditorState, node: Line, paragraph: NodeType): Transaction {
  const { $to } = state.selection
  const at = $to.depth > 0 ? $to.after($to.depth) : state.selection.to
  const tr = state.tr.insert(at, node)
  const below = at + node.nodeSize
  const next = tr.doc.resolve(below).nodeAfter
  // An empty paragraph that waits there is used; a heading or somebody's words are left alone.
  if (next?.type !== paragraph || next.content.size > 0) tr.insert(below, paragraph.create())
  return tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView()
}
