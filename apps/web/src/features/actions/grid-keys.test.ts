import { describe, expect, it } from 'vitest'
import { type GridKey, gridMove } from './grid-keys'

const size = { lines: 100, columns: 6, page: 12 }
const press = (key: string, held: Partial<GridKey> = {}) =>
  gridMove(
    { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held },
    { line: 20, column: 2 },
    size,
  )
const to = (line: number, column: number) => ({ move: { line, column } })

describe('the keys of the log', () => {
  it.each([
    ['ArrowUp', {}, to(19, 2)],
    ['ArrowDown', {}, to(21, 2)],
    ['ArrowLeft', {}, to(20, 1)],
    ['ArrowRight', {}, to(20, 3)],
    ['Home', {}, to(20, 0)],
    ['End', {}, to(20, 5)],
    ['Home', { ctrlKey: true }, to(0, 0)],
    ['End', { ctrlKey: true }, to(99, 5)],
    ['PageUp', {}, to(8, 2)],
    ['PageDown', {}, to(32, 2)],
    ['Enter', {}, { act: 'edit' }],
    ['F2', {}, { act: 'edit' }],
    [' ', {}, { act: 'open' }],
    ['Tab', {}, { act: 'leave' }],
    ['Tab', { shiftKey: true }, { act: 'leave' }],
    ['a', {}, null],
    ['ArrowDown', { altKey: true }, null],
    ['ArrowDown', { metaKey: true }, null],
  ] as const)('%s with %o', (key, held, expected) => {
    expect(press(key, held)).toEqual(expected)
  })

  it('stay inside the log', () => {
    const corner = { line: 0, column: 0 }
    const key = (name: string): GridKey => ({
      key: name,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
    })
    for (const name of ['ArrowUp', 'ArrowLeft', 'PageUp']) expect(gridMove(key(name), corner, size)).toEqual(to(0, 0))
    for (const name of ['ArrowDown', 'PageDown'])
      expect(gridMove(key(name), { line: 99, column: 5 }, size)).toEqual(to(99, 5))
  })
})
