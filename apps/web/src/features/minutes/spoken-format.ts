import { Extension } from '@tiptap/core'

export type Format = 'bold' | 'italic'

interface SpokenFormatOptions {
  onFormat: (format: Format, on: boolean) => void
  onRaise: () => void
}

/** The keys for bold, italic and raising an action; each says what it did. */
export const SpokenFormat = Extension.create<SpokenFormatOptions>({
  name: 'spokenFormat',
  // Before the marks' own keys, which would do the same in silence.
  priority: 1000,
  addOptions: () => ({ onFormat: () => {}, onRaise: () => {} }),
  addKeyboardShortcuts() {
    const toggle = (format: Format) => () => {
      const done = this.editor.commands.toggleMark(format)
      this.options.onFormat(format, this.editor.isActive(format))
      return done
    }
    return {
      'Mod-b': toggle('bold'),
      'Mod-i': toggle('italic'),
      'Mod-Enter': () => {
        this.options.onRaise()
        return true
      },
    }
  },
})
