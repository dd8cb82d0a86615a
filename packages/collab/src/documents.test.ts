import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { actionDetail, actionWords, firstAction } from './action-document.js'
import { deleteSetHash, sameState } from './fingerprint.js'
import { plainText } from './fragment.js'
import { addNotes, firstItem, itemNotes } from './item-document.js'
import { firstLegacy, legacyWords } from './legacy-document.js'
import {
  actionRefsIn,
  firstMinutes,
  minutesJson,
  minutesPlainText,
  minutesText,
  takeSection,
} from './minutes-document.js'
import { isSafeHref } from './rich-text.js'

function aDocument(first: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc()
  first(doc)
  return doc
}

describe('minutes', () => {
  it('begin with a heading and room to write for each agenda item', () => {
    const doc = aDocument(firstMinutes([{ id: 'i-1', title: 'Placements' }]))
    expect(minutesJson(doc).content).toEqual([
      { type: 'heading', attrs: { itemId: 'i-1', level: 2 }, content: [{ type: 'text', text: 'Placements' }] },
      { type: 'paragraph' },
    ])
    expect(minutesPlainText(doc)).toBe('Placements')
    expect(minutesJson(aDocument(firstMinutes([]))).content).toEqual([{ type: 'paragraph' }])
  })

  it('name each action they hold once, in order', () => {
    const doc = aDocument(firstMinutes([]))
    for (const id of ['a-2', 'a-1', 'a-2']) {
      const element = new Y.XmlElement('actionRef')
      element.setAttribute('id', id)
      minutesText(doc).push([element])
    }
    expect(actionRefsIn(doc)).toEqual(['a-2', 'a-1'])
  })

  it('give up all that stands under an item, and nothing of the next one', () => {
    const doc = aDocument(firstMinutes(['One', 'Two', 'Three'].map((title) => ({ id: title, title }))))
    const text = minutesText(doc)
    const action = new Y.XmlElement('actionRef')
    action.setAttribute('id', 'a-1')
    const [bold, typed] = [new Y.XmlElement('paragraph'), new Y.XmlElement('heading')]
    bold.insert(0, [new Y.XmlText('Said of two')])
    typed.insert(0, [new Y.XmlText('Of no item')])
    text.insert(4, [bold, action, typed])
    const notes = aDocument(firstItem)
    addNotes(notes, takeSection(doc, 'Two'))
    expect(minutesPlainText(doc)).toBe('One\nThree')
    expect(actionRefsIn(doc)).toEqual([])
    expect(plainText(itemNotes(notes))).toBe('Said of two\nOf no item')
    expect(takeSection(doc, 'Two')).toEqual([])
    addNotes(notes, takeSection(doc, 'One'))
    takeSection(doc, 'Three')
    expect(minutesJson(doc).content).toEqual([{ type: 'paragraph' }])
    expect(plainText(itemNotes(notes))).toBe('Said of two\nOf no item')
  })
})

describe('an action and a legacy item', () => {
  it('give their words to the record as plain text', () => {
    const doc = aDocument(firstAction({ title: 'Agree\nthe plan', detail: 'One\nTwo' }))
    expect(actionWords(doc)).toEqual({ title: 'Agree the plan', detail: 'One\nTwo' })
    expect(actionDetail(doc).length).toBe(2)
    expect(legacyWords(aDocument(firstLegacy('Learnt')))).toBe('Learnt')
  })
})

describe('comparing replicas', () => {
  it('sees a deletion that the state vectors do not', () => {
    const one = aDocument(firstLegacy('Learnt'))
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    expect(sameState(one, other)).toBe(true)
    one.getXmlFragment('narrative').delete(0, 1)
    expect(Y.encodeStateVector(one)).toEqual(Y.encodeStateVector(other))
    expect(sameState(one, other)).toBe(false)
    expect(deleteSetHash(one)).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a link', () => {
  it.each(['https://llyw.cymru/x', 'http://a.b', 'mailto:a@b.cymru'])('may lead to %s', (href) => {
    expect(isSafeHref(href)).toBe(true)
  })
  it.each(['javascript:alert(1)', ' javascript:x', 'data:text/html,x', '//evil', 'https://a b', 'java\nscript:x', 7])(
    'may not lead to %s',
    (href) => expect(isSafeHref(href)).toBe(false),
  )
})
