import { minutesSchema as admitted } from '@camau/collab'
import { Editor, getSchema } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { describe, expect, it } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { safeAddress } from '../../editor/safe-address'
import { findUnknown, isEmpty, keepUnknown, knownTo } from '../../editor/unknown-content'
import { minutesSchema } from './minutes-schema'
import { insertBelowLine, lineText } from './raise-from-line'
import { itemAt } from './sections'

const known = knownTo(getSchema(minutesSchema()))

function anEditor(content: string) {
  return new Editor({ element: document.createElement('div'), extensions: minutesSchema(), content })
}

function aDocument(...nodes: XmlElement[]) {
  const doc = new Doc()
  doc.getXmlFragment('default').insert(0, nodes)
  return doc
}

function anElement(name: string, attributes: Record<string, string | number>, text?: string) {
  const element = new XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  if (text !== undefined) element.insert(0, [new XmlText(text)])
  return element
}

function openIn(doc: Doc, more: ReturnType<typeof keepUnknown> = []) {
  return new Editor({
    element: document.createElement('div'),
    extensions: [...minutesSchema(), ...more, Collaboration.configure({ document: doc })],
  })
}

describe('pasting into the minutes', () => {
  it('keeps words, lists and emphasis and drops everything else', () => {
    const editor = anEditor(
      '<h2 style="color:red">Fostering</h2><script>alert(1)</script><table><tr><td>cell</td></tr></table>' +
        '<p onclick="x()"><strong>Agreed</strong> <span class="y">words</span><img src="x"></p><ul><li>one</li></ul>',
    )
    expect(editor.getHTML()).toBe(
      '<h2>Fostering</h2><p>cell</p><p><strong>Agreed</strong> words</p><ul><li><p>one</p></li></ul>',
    )
    editor.destroy()
  })

  it('keeps links that can do no harm', () => {
    const editor = anEditor(
      '<p><a href="https://gov.wales/x" target="_blank">good</a> <a href="javascript:alert(1)">bad</a></p>',
    )
    expect(editor.getHTML()).toContain('<a href="https://gov.wales/x" rel="noopener noreferrer nofollow">good</a> bad')
    editor.destroy()
  })

  it.each([
    ['https://gov.wales', 'https://gov.wales'],
    ['/en/actions/a-1', null],
    ['mailto:a@b.wales', 'mailto:a@b.wales'],
    ['//elsewhere.example', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    [undefined, null],
  ])('reads the address %s as %s', (address, read) => {
    expect(safeAddress(address)).toBe(read)
  })
})

describe('raising an action from a line', () => {
  it('takes the whole line the caret is on', () => {
    const editor = anEditor('<p>First.</p><p>The chair will  write to the boards</p>')
    editor.commands.setTextSelection(12)
    expect(lineText(editor.state)).toBe('The chair will write to the boards')
    editor.destroy()
  })

  it('takes only the words selected', () => {
    const editor = anEditor('<p>Agreed: write to the boards.</p>')
    editor.commands.setTextSelection({ from: 9, to: 28 })
    expect(lineText(editor.state)).toBe('write to the boards')
    editor.destroy()
  })

  it('puts the action under the line, keeps the line, and goes on below', () => {
    const editor = anEditor('<p>Write to the boards</p>')
    editor.commands.setTextSelection(3)
    const node = editor.schema.nodes.actionRef?.create({ id: 'a-1' })
    const paragraph = editor.schema.nodes.paragraph
    if (!node || !paragraph) throw new Error('not in the schema')
    editor.view.dispatch(insertBelowLine(editor.state, node, paragraph))
    expect(editor.getHTML()).toBe('<p>Write to the boards</p><div data-actionref="a-1"></div><p></p>')
    expect(editor.state.selection.$from.parent.type.name).toBe('paragraph')
    expect(editor.state.selection.$from.index(0)).toBe(2)
    editor.destroy()
  })

  it('goes on in a paragraph of its own, never in the next heading', () => {
    const editor = anEditor('<p>Write to the boards</p><h2>Next item</h2>')
    editor.commands.setTextSelection(3)
    const node = editor.schema.nodes.actionRef?.create({ id: 'a-1' })
    const paragraph = editor.schema.nodes.paragraph
    if (!node || !paragraph) throw new Error('not in the schema')
    editor.view.dispatch(insertBelowLine(editor.state, node, paragraph))
    editor.commands.insertContent('on')
    expect(editor.getHTML()).toContain('<div data-actionref="a-1"></div><p>on</p><h2>Next item</h2>')
    editor.destroy()
  })

  it('stays inside the point of a list it was raised from', () => {
    const editor = anEditor('<ul><li><p>One</p></li><li><p>Two</p></li></ul>')
    editor.commands.setTextSelection(4)
    const node = editor.schema.nodes.actionRef?.create({ id: 'a-1' })
    const paragraph = editor.schema.nodes.paragraph
    if (!node || !paragraph) throw new Error('not in the schema')
    editor.view.dispatch(insertBelowLine(editor.state, node, paragraph))
    expect(editor.getHTML()).toContain('<li><p>One</p><div data-actionref="a-1"></div><p></p></li><li><p>Two</p></li>')
    editor.destroy()
  })
})

describe('content of a newer version', () => {
  const aNewerDocument = () =>
    aDocument(
      anElement('paragraph', {}, 'before'),
      anElement('voteRef', { id: 'v-1', outcome: 'carried' }),
      anElement('quotation', { by: 'chair' }, 'said so'),
    )

  it('would be deleted by an editor that does not know it', async () => {
    const doc = aNewerDocument()
    const editor = openIn(doc)
    await expect.poll(() => doc.getXmlFragment('default').toString()).not.toContain('voteRef')
    editor.destroy()
  })

  it('is found with what it carries', () => {
    const found = findUnknown(aNewerDocument().getXmlFragment('default'), known)
    expect(found).toEqual({
      nodes: {
        voteRef: { attributes: ['id', 'outcome'], holds: 'nothing', stands: 'block' },
        quotation: { attributes: ['by'], holds: 'text', stands: 'block' },
      },
      marks: {},
    })
  })

  it('outlives being opened, written beside and sent on', async () => {
    const doc = aNewerDocument()
    const text = new XmlText()
    text.applyDelta([{ insert: 'struck', attributes: { strike: { since: '2' } } }])
    const marked = new XmlElement('paragraph')
    marked.insert(0, [text, anElement('footnote', { ref: 'n-1' })])
    doc.getXmlFragment('default').push([marked])
    const before = doc.getXmlFragment('default').toArray().slice(1).join('')
    const editor = openIn(doc, keepUnknown(findUnknown(doc.getXmlFragment('default'), known), 'kept'))
    await expect.poll(() => editor.getText()).toContain('before')
    editor.commands.insertContentAt(1, 'words ')
    const copy = new Doc()
    applyUpdate(copy, encodeStateAsUpdate(doc))
    expect(copy.getXmlFragment('default').toArray().slice(1).join('')).toBe(before)
    expect(copy.getXmlFragment('default').toString()).toContain('words before')
    editor.destroy()
  })

  it('is nothing in minutes as the gateway admits them', () => {
    const { nodes, marks } = admitted
    expect(Object.keys(nodes).filter((name) => !known.nodes.includes(name))).toEqual([])
    expect(marks.filter((name) => !known.marks.includes(name))).toEqual([])
    const doc = aDocument(...Object.keys(nodes).map((name) => anElement(name, {})))
    expect(isEmpty(findUnknown(doc.getXmlFragment('default'), known))).toBe(true)
  })
})

describe('the item somebody writes under', () => {
  const doc = aDocument(
    anElement('paragraph', {}, 'above'),
    anElement('heading', { level: 2, itemId: 'i-1' }, 'One'),
    anElement('paragraph', {}, 'words'),
    anElement('heading', { level: 2, itemId: 'i-2' }, 'Two'),
    anElement('heading', { level: 3 }, 'A part of it'),
    anElement('paragraph', {}, 'more'),
  )
  const fragment = doc.getXmlFragment('default')
  const caretIn = (index: number) => {
    const text = (fragment.get(index) as XmlElement).get(0)
    const id = (text as XmlText)._item?.id
    return { type: { client: id?.client, clock: id?.clock }, tname: null, item: null, assoc: 0 }
  }
  it.each([
    [0, null],
    [1, 'i-1'],
    [2, 'i-1'],
    [4, 'i-2'],
    [5, 'i-2'],
  ])('is that of the nearest heading above: from node %i it is %s', (index, item) => {
    expect(itemAt(doc, fragment, caretIn(index))).toBe(item)
  })
  it('is none for a place that is no place', () => {
    expect(itemAt(doc, fragment, { type: 'nonsense' })).toBeNull()
    expect(itemAt(doc, fragment, null)).toBeNull()
  })
})
