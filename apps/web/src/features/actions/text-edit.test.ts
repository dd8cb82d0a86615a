import { describe, expect, it } from 'vitest'
import { editBetween, editOfOthers, moveCaret, rebase, type TextEdit } from './text-edit'

const apply = (text: string, edit: TextEdit | null) =>
  edit ? text.slice(0, edit.at) + edit.insert + text.slice(edit.at + edit.remove) : text

describe('the edit between two texts', () => {
  it.each([
    ['', 'abc', 3],
    ['abc', '', 0],
    ['abc', 'abc', 3],
    ['aa', 'aaa', 1],
    ['aa', 'aaa', 3],
    ['one two', 'one new two', 7],
    ['one two', 'onetwo', 3],
    ['Gwella’r rhaglen', 'Gwella rhaglen', 6],
    ['abcabc', 'abc', 3],
  ])('turns %j into %j', (before, after, caret) => {
    expect(apply(before, editBetween(before, after, caret))).toBe(after)
  })

  it('is where the caret is when letters repeat', () => {
    expect(editBetween('aa', 'aaa', 1)).toEqual({ at: 0, remove: 0, insert: 'a' })
    expect(editBetween('aa', 'aaa', 3)).toEqual({ at: 2, remove: 0, insert: 'a' })
  })

  it('turns any text into any other', () => {
    let seed = 7
    const next = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % n
    }
    const text = () => Array.from({ length: next(9) }, () => 'ab '[next(3)]).join('')
    for (let i = 0; i < 2000; i += 1) {
      const [before, after] = [text(), text()]
      expect(apply(before, editBetween(before, after, next(after.length + 1)))).toBe(after)
    }
  })
})

describe("a caret under somebody else's edit", () => {
  it.each([
    [2, { at: 5, remove: 0, insert: 'xx' }, 2],
    [5, { at: 2, remove: 0, insert: 'xx' }, 7],
    [5, { at: 2, remove: 2, insert: '' }, 3],
    [3, { at: 2, remove: 4, insert: 'x' }, 3],
  ])('%i stays by its letter', (caret, edit, expected) => {
    expect(moveCaret(caret, edit)).toBe(expected)
  })

  it.each([
    ['typed before it', 'One two', 5, 'Not one: One two', 14],
    ['typed behind it', 'One two', 1, 'One two three', 1],
    ['taken away before it', 'One two three', 9, 'One three', 5],
    ['changed around it', 'One two three', 5, 'One 2 three', 5],
  ])('stays by its letter when something was %s', (_, before, caret, after, expected) => {
    const edit = editOfOthers(before, after)
    expect(edit && moveCaret(caret, edit)).toBe(expected)
  })
})

describe('letters typed before the live text was there', () => {
  it('are brought onto what others wrote meanwhile', () => {
    expect(rebase('Launch brand', 'Launch the brand', 'Launch brand now').text).toBe('Launch the brand now')
    expect(rebase('Launch brand', 'Launch brand.', 'We launch brand').text).toBe('We launch brand.')
    expect(rebase('Launch brand', 'Launch brand', 'Launch it').text).toBe('Launch it')
  })

  it('take away nothing that came right before what is taken away', () => {
    expect(rebase('abcd', 'abc', 'abcXd', 3)).toEqual({ text: 'abcX', caret: 4 })
  })

  it('leave the caret behind what was typed', () => {
    expect(rebase('Launch', 'Lunch', 'We Launch', 1)).toEqual({ text: 'We Lunch', caret: 4 })
    expect(rebase('aa', 'aaa', 'aab', 1)).toEqual({ text: 'aaab', caret: 1 })
  })
})
