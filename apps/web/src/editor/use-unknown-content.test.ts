import { act, renderHook } from '@testing-library/react'
import { Editor, getSchema } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { describe, expect, it } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { textSchema } from './text-schema'
import { findUnknown, keepUnknown, knownTo } from './unknown-content'
import { useUnknownContent } from './use-unknown-content'

function aDocument() {
  const doc = new Doc()
  const paragraph = new XmlElement('paragraph')
  paragraph.insert(0, [new XmlText('words')])
  doc.getXmlFragment('default').insert(0, [paragraph])
  return doc
}

const known = knownTo(getSchema(textSchema()))
const unknownIn = (doc: Doc) => findUnknown(doc.getXmlFragment('default'), known)

const editorOver = (doc: Doc, more: ReturnType<typeof keepUnknown>) =>
  new Editor({
    element: document.createElement('div'),
    extensions: [...textSchema(), ...more, Collaboration.configure({ document: doc })],
  })

describe('something unknown that arrives while a text is open', () => {
  it('is not deleted by the editor, which comes back with a place for it', async () => {
    const doc = aDocument()
    const { result } = renderHook(() => useUnknownContent(doc, unknownIn))
    const before = result.current.version
    const editor = editorOver(doc, keepUnknown(result.current.unknown, 'kept'))
    result.current.editing(editor)
    await expect.poll(() => editor.getText()).toBe('words')

    const newer = new Doc()
    applyUpdate(newer, encodeStateAsUpdate(doc))
    newer.getXmlFragment('default').push([new XmlElement('voteRef')])
    act(() => applyUpdate(doc, encodeStateAsUpdate(newer)))

    expect(editor.isDestroyed).toBe(true)
    expect(result.current.version).not.toBe(before)
    const again = editorOver(doc, keepUnknown(result.current.unknown, 'kept'))
    await expect.poll(() => again.getText()).toContain('words')
    expect(doc.getXmlFragment('default').toString()).toContain('<voteref>')
    again.destroy()
  })

  it('leaves the editor alone while others write what it knows', async () => {
    const doc = aDocument()
    const { result } = renderHook(() => useUnknownContent(doc, unknownIn))
    const editor = editorOver(doc, [])
    result.current.editing(editor)
    await expect.poll(() => editor.getText()).toBe('words')
    const other = new Doc()
    applyUpdate(other, encodeStateAsUpdate(doc))
    other.getXmlFragment('default').push([new XmlElement('paragraph')])
    act(() => applyUpdate(doc, encodeStateAsUpdate(other)))
    expect(editor.isDestroyed).toBe(false)
    editor.destroy()
  })
})
