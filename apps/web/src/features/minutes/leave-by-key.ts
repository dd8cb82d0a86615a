import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** Escape, then Tab, always leaves the editor, also out of a list where Tab alone moves a point in. */
export const LeaveByKey = Extension.create<{ onLeaving: () => void }>({
  name: 'leaveByKey',
  addOptions: () => ({ onLeaving: () => {} }),
  addProseMirrorPlugins() {
    const { onLeaving } = this.options
    let leaving = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_, event) => {
              if (event.key === 'Shift') return false
              const leave = leaving && event.key === 'Tab'
              leaving = event.key === 'Escape'
              if (leaving) onLeaving()
              // True keeps the editor from handling Tab, and leaves it to the browser.
              return leave
            },
            blur: () => {
              leaving = false
              return false
            },
          },
        },
      }),
    ]
  },
})
