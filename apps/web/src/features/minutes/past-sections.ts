import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const key = new PluginKey<string | null>('pastSections')

/** While a meeting runs, sections before the item that is on are quieter. */
export const PastSections = Extension.create({
  name: 'pastSections',
  addProseMirrorPlugins: () => [
    new Plugin<string | null>({
      key,
      state: {
        init: () => null,
        apply: (tr, current) => {
          const next: unknown = tr.getMeta(key)
          return typeof next === 'string' || next === null ? next : current
        },
      },
      props: { decorations: (state) => quieten(state) },
    }),
  ],
})

/** Says which item is on; null when none is. */
export function setCurrentItem(state: EditorState, itemId: string | null) {
  return state.tr.setMeta(key, itemId).setMeta('addToHistory', false)
}

function quieten(state: EditorState): DecorationSet {
  const current = key.getState(state)
  if (!current) return DecorationSet.empty
  const quiet: Decoration[] = []
  let found = false
  state.doc.forEach((node, at) => {
    if (opens(node, current)) found = true
    if (!found) quiet.push(Decoration.node(at, at + node.nodeSize, { class: 'past' }))
  })
  // An item without a section of its own quietens nothing.
  return found ? DecorationSet.create(state.doc, quiet) : DecorationSet.empty
}

function opens(node: Node, itemId: string): boolean {
  return node.type.name === 'heading' && node.attrs.itemId === itemId
}
