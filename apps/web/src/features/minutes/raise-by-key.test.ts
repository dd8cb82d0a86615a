import { Editor } from '@tiptap/core'
import { expect, it, vi } from 'vitest'
import { minutesSchema } from './minutes-schema'
import { RaiseByKey } from './raise-by-key'

it('Ctrl and Enter raises an action, and breaks no line', () => {
  const onRaise = vi.fn()
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [...minutesSchema(), RaiseByKey.configure({ onRaise })],
    content: '<p>Words</p>',
  })
  const key = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true })
  editor.view.dom.dispatchEvent(key)
  expect(onRaise).toHaveBeenCalledOnce()
  expect(editor.getHTML()).toBe('<p>Words</p>')
  editor.destroy()
})
