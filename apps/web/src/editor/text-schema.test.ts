import { legacySchema as admitted } from '@camau/collab'
import { Editor, getSchema } from '@tiptap/core'
import { expect, it } from 'vitest'
import { textSchema } from './text-schema'
import { knownTo } from './unknown-content'

const edited = (content: string) => {
  const editor = new Editor({ element: document.createElement('div'), extensions: textSchema(), content })
  const html = editor.getHTML()
  editor.destroy()
  return html
}

it('holds what the gateway admits, and no more', () => {
  const { nodes, marks } = knownTo(getSchema(textSchema()))
  expect(nodes.filter((name) => !['doc', 'text'].includes(name)).sort()).toEqual(Object.keys(admitted.nodes).sort())
  expect([...marks].sort()).toEqual([...admitted.marks].sort())
})

it('has one level of heading, whatever is pasted', () => {
  expect(edited('<h1>One</h1><h2 data-item="i-1">Two</h2><h5>Five</h5>')).toBe('<h3>One</h3><h3>Two</h3><h3>Five</h3>')
})

it('takes no action of the minutes, no picture, no table', () => {
  expect(edited('<div data-actionref="a-1"></div><p>words<img src="x"><u>under</u></p>')).toBe('<p>wordsunder</p>')
})
