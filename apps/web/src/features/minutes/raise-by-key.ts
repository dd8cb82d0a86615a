import { Extension } from '@tiptap/core'

/** Ctrl and Enter raises an action from the line, and breaks no line. */
export const RaiseByKey = Extension.create<{ onRaise: () => void }>({
  name: 'raiseByKey',
  // Before the editor's own Ctrl and Enter.
  priority: 1000,
  addOptions: () => ({ onRaise: () => {} }),
  addKeyboardShortcuts() {
    return {
      'Mod-Enter': () => {
        this.options.onRaise()
        return true
      },
    }
  },
})
