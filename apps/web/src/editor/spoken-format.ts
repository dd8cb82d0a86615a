import { Extension } from '@tiptap/core'

export type Format = 'bold' | 'italic'

/** The keys for bold and italic; each says what it did. */
export const SpokenFormat = Extension.create<{ onFormat: (format: Format, on: boolean) => void }>({
  name: 'spokenFormat',
  // Before the marks' own keys, which would do the same in silence.
  priority: 1000,
  addOptions: () => ({ onFormat: () => {} }),
  addKeyboardShortcuts() {
    const toggle = (format: Format) => () => {
      const done = this.editor.commands.toggleMark(format)
      this.options.onFormat(format, this.editor.isActive(format))
      return done
    }
    return { 'Mod-b': toggle('bold'), 'Mod-i': toggle('italic') }
  },
})
