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

  it('are one line where two people began it at once, to be written in and cleared like any other', () => {
    const [mine, theirs] = [aDetail(''), new Y.Doc()]
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc))
    writeParagraphs(Y, mine.detail, 'Budget', 6)
    writeParagraphs(Y, actionDetail(theirs), 'Owner', 5)
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs))
    const line = paragraphText(mine.detail)
    expect(['BudgetOwner', 'OwnerBudget']).toContain(line)
    let now = line
    const write = (next: string, caret: number) => {
      writeParagraphs(Y, mine.detail, next, caret)
      expect(paragraphText(mine.detail)).toBe(next)
      now = next
    }
    write(`${now}s`, now.length + 1)
    write(`${now.slice(0, 8)}-${now.slice(8)}`, 9)
    write(`${now.slice(0, 3)}${now.slice(9)}`, 3) // from within one into the other
    write(`First ${now}`, 6)
    write('', 0)
    write('Both', 4)
  })
})
