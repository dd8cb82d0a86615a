import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Escape, then Tab, always leaves the editor: also out of a list, where Tab alone moves a point in, and past the links of
 * the records that stand in the text. Enter on a selected record opens it.
 */
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
            keydown: (view, event) => {
              if (event.key === 'Shift') return false
              const leave = leaving && event.key === 'Tab'
              leaving = event.key === 'Escape'
              if (leaving) onLeaving()
              if (!leave) return event.key === 'Enter' && openSelected(view, event)
              // True keeps the editor from handling Tab; where there is nowhere to go the browser decides.
              if (focusBeyond(view.dom, event.shiftKey)) event.preventDefault()
              return true
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

function openSelected(view: EditorView, event: KeyboardEvent): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection)) return false
  const dom = view.nodeDOM(selection.from)
  const link = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('a[href]') : null
  if (!link) return false
  event.preventDefault()
  link.click()
  return true
}

const tabbable = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** Focuses what comes after the editor on the page, or before it. */
function focusBeyond(editor: HTMLElement, backwards: boolean): boolean {
  const wanted = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  const beyond = [...document.querySelectorAll<HTMLElement>(tabbable)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      element.checkVisibility() &&
      !editor.contains(element) &&
      !element.contains(editor) &&
      (editor.compareDocumentPosition(element) & wanted) !== 0,
  )
  const next = backwards ? beyond.at(-1) : beyond[0]
  next?.focus()
  return next !== undefined
}
