import { actionDetail, firstAction, Y } from '@camau/collab'
import { describe, expect, it } from 'vitest'
import { paragraphText, writeParagraphs } from './live-paragraphs'

function aDetail(text: string) {
  const doc = new Y.Doc()
  firstAction({ title: '', detail: text })(doc)
  return { doc, detail: actionDetail(doc) }
}

describe('the detail of an action as lines', () => {
  it.each([
    ['', 'One line'],
    ['One line', ''],
    ['One\nTwo\nThree', 'One\nTwo and a half\nThree'],
    ['One\nThree', 'One\nTwo\nThree'],
    ['One\nTwo\nThree', 'One\nThree'],
    ['One\nTwo', 'Wholly\nother\nlines\n'],
    ['One', 'One\n\nTwo'],
  ])('turns %j into %j', (before, after) => {
    const { detail } = aDetail(before)
    writeParagraphs(Y, detail, after, after.length)
    expect(paragraphText(detail)).toBe(after)
  })

  it("keeps somebody else's letters in the same line and in others", () => {
    const mine = aDetail('One\nTwo')
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc))
    writeParagraphs(Y, mine.detail, 'One!\nTwo', 4)
    writeParagraphs(Y, actionDetail(theirs), 'So One\nTwo too', 3)
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs))
    expect(paragraphText(mine.detail)).toBe('So One!\nTwo too')
  })
})
