import type { Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const key = new PluginKey<readonly string[]>('who-wrote')

/** Names beside the blocks of a text, by place; given anew with `showNames`, gone when the returned function is called. */
export function namesBesideBlocks(editor: Editor): () => void {
  editor.registerPlugin(
    new Plugin<readonly string[]>({
      key,
      state: { init: () => [], apply: (transaction, names) => transaction.getMeta(key) ?? names },
      props: {
        decorations(state) {
          const names = key.getState(state) ?? []
          const all: Decoration[] = []
          state.doc.forEach((node, at, place) => {
            const by = names[place]
            if (by) all.push(Decoration.node(at, at + node.nodeSize, { 'data-written-by': by }))
          })
          return DecorationSet.create(state.doc, all)
        },
      },
    }),
  )
  return () => {
    if (!editor.isDestroyed) editor.unregisterPlugin(key)
  }
}

export function showNames({ view }: Editor, names: readonly string[]): void {
  view.dispatch(view.state.tr.setMeta(key, names).setMeta('addToHistory', false))
}
