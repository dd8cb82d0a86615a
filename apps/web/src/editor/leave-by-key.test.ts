import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LeaveByKey } from './leave-by-key'
import { SpokenFormat } from './spoken-format'
import { textSchema } from './text-schema'

function aPage(content: string) {
  document.body.innerHTML = '<button id="before">B</button><div id="here"></div><button id="after">After</button>'
  const onLeaving = vi.fn()
  const onFormat = vi.fn()
  const editor = new Editor({
    element: document.getElementById('here'),
    extensions: [...textSchema(), LeaveByKey.configure({ onLeaving }), SpokenFormat.configure({ onFormat })],
    content,
  })
  editor.commands.focus('end')
  const press = (key: string, more: KeyboardEventInit = {}) =>
    editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  return { editor, press, onLeaving, onFormat }
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('leaving a text by key', () => {
  it('takes Escape, then Tab, also from inside a list', () => {
    const { editor, press, onLeaving } = aPage('<ul><li><p>One</p></li><li><p>Two</p></li></ul>')
    const before = editor.getHTML()
    press('Escape')
    expect(onLeaving).toHaveBeenCalledOnce()
    press('Tab')
    expect(document.activeElement?.id).toBe('after')
    expect(editor.getHTML()).toBe(before)
    editor.destroy()
  })

  it('goes back with Shift', () => {
    const { editor, press } = aPage('<p>Words</p>')
    press('Escape')
    press('Shift')
    press('Tab', { shiftKey: true })
    expect(document.activeElement?.id).toBe('before')
    editor.destroy()
  })

  it('leaves Tab to lists when Escape was not pressed, or something was typed since', () => {
    const { editor, press } = aPage('<ul><li><p>One</p></li><li><p>Two</p></li></ul>')
    press('Escape')
    press('a')
    press('Tab')
    expect(editor.getHTML()).toContain('<li><p>One</p><ul><li><p>Two</p></li></ul></li>')
    editor.destroy()
  })
})

describe('keys for the words', () => {
  it('say what they did', () => {
    const { editor, press, onFormat } = aPage('<p>Words</p>')
    editor.commands.selectAll()
    press('b', { ctrlKey: true })
    press('b', { ctrlKey: true })
    press('i', { ctrlKey: true })
    expect(onFormat.mock.calls).toEqual([
      ['bold', true],
      ['bold', false],
      ['italic', true],
    ])
    expect(editor.getHTML()).toBe('<p><em>Words</em></p>')
    editor.destroy()
  })
})
