import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useUndoKey } from './use-undo-key'

const page = `
  <button id="button">Close</button><input type="checkbox" id="tick"><div role="grid"><b role="gridcell" id="cell"></b></div>
  <input id="line"><textarea id="text"></textarea><div id="editor" role="textbox"><p id="paragraph"></p></div>
  <dialog open><button id="in-dialog">Save</button></dialog>`

let undone = 0

beforeEach(() => {
  undone = 0
  document.body.innerHTML = page
  renderHook(() =>
    useUndoKey(() => {
      undone += 1
    }),
  )
})
afterEach(cleanup)

/** Whether the page took the key for itself. */
function press(id: string, keys: KeyboardEventInit = { ctrlKey: true }): boolean {
  const event = new KeyboardEvent('keydown', { key: 'z', bubbles: true, cancelable: true, ...keys })
  document.getElementById(id)?.dispatchEvent(event)
  return event.defaultPrevented
}

describe('the key that takes back one’s last act', () => {
  it.each(['button', 'tick', 'cell'])('works on a %s, with Ctrl as with Cmd', (id) => {
    expect(press(id)).toBe(true)
    expect(press(id, { metaKey: true })).toBe(true)
    expect(undone).toBe(2)
  })

  it.each(['line', 'text', 'paragraph', 'in-dialog'])('leaves the key to the words in %s', (id) => {
    expect(press(id)).toBe(false)
    expect(undone).toBe(0)
  })

  it('is no other key: not Z alone, nor what does things again', () => {
    for (const keys of [{}, { ctrlKey: true, shiftKey: true }, { ctrlKey: true, altKey: true }])
      expect(press('button', keys)).toBe(false)
    expect(undone).toBe(0)
  })
})
