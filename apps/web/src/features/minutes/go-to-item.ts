import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'

interface Item {
  id: string
  title: string
}

/** Takes the reader to an item's section; whoever may write gets one where the agenda was changed since the minutes were begun. */
export function goToItem(editor: Editor, itemId: string, agenda: readonly Item[]): void {
  if (sectionAt(editor.state.doc, itemId) === null && editor.isEditable) addSection(editor, itemId, agenda)
  const at = sectionAt(editor.state.doc, itemId)
  if (at === null) return
  const dom = editor.view.nodeDOM(at)
  if (editor.isEditable) {
    const inside = editor.state.doc.resolve(at + 1)
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, inside.end())))
  }
  // The page scrolls, not the editor: it knows nothing of the bar that stays on top.
  editor.view.dom.focus({ preventScroll: true })
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'start' })
}

function addSection(editor: Editor, itemId: string, agenda: readonly Item[]): void {
  const place = agenda.findIndex(({ id }) => id === itemId)
  const item = agenda[place]
  const { heading, paragraph } = editor.schema.nodes
  if (!item || !heading || !paragraph) return
  const next = agenda.slice(place + 1).map(({ id }) => sectionAt(editor.state.doc, id))
  const at = next.find((found) => found !== null) ?? editor.state.doc.content.size
  const section = [heading.create({ level: 2, itemId }, editor.schema.text(item.title)), paragraph.create()]
  editor.view.dispatch(editor.state.tr.insert(at, section))
}

function sectionAt(doc: Node, itemId: string): number | null {
  let found: number | null = null
  doc.forEach((node, at) => {
    if (node.type.name === 'heading' && node.attrs.itemId === itemId) found ??= at
  })
  return found
}
