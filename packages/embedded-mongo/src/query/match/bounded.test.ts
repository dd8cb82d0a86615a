import { describe, expect, it } from 'vitest'
import { anEngine } from '../../engine.fixture.js'
import { bounded, choicesOf } from './bounded.js'
import { compileRegex } from './regex.js'

const letters = `${'a'.repeat(60)}b`

describe('a pattern that backtracks without end', () => {
  it.each([
    ['in a filter', { find: 'texts', filter: { text: { $regex: '^(a+)+$' } } }],
    ['in $in', { find: 'texts', filter: { text: { $in: [/^(a|a)*$/] } } }],
    ['in a count', { count: 'texts', query: { text: /^(a|aa)+$/i } }],
    ['without any repetition', { find: 'texts', filter: { text: { $regex: `^${'(a|a)'.repeat(60)}$` } } }],
    ['with back references', { find: 'texts', filter: { text: { $regex: '^(a*)*\\1$' } } }],
    [
      'in an expression',
      {
        aggregate: 'texts',
        pipeline: [{ $match: { $expr: { $regexMatch: { input: '$text', regex: '^(a+)+$' } } } }],
        cursor: {},
      },
    ],
  ])('%s is cut off with a code of its own', async (_, command) => {
    const { run, must } = anEngine()
    await must({ insert: 'texts', documents: [{ _id: 1, text: letters }] })
    expect(await run(command)).toMatchObject({ ok: 0, code: 51156 })
    // The engine goes on as if nothing had been.
    expect(await must({ count: 'texts', query: { text: { $regex: '^a+b$' } } })).toMatchObject({ n: 1 })
  })

  it('holds up nobody by being read, either', () => {
    const pattern = '['.repeat(30_000)
    expect(choicesOf(pattern)).toEqual({ repeats: 0, forks: 0 })
    expect(() => compileRegex(pattern, 'x')).toThrow(expect.objectContaining({ code: 51091 }))
  })
})

describe('what a pattern may have to try again', () => {
  it.each<[string, number, number]>([
    ['^abc[*+?|{]\\*\\+$', 0, 0],
    ['a|b|c', 0, 2],
    ['(?:draft|open)?', 0, 2],
    ['^.*x$', 1, 0],
    ['^.*?x{2,3}?$', 2, 0],
    ['(a)\\1', 1, 0],
    ['\\\\1', 0, 0],
    ['[^\\]+]+', 1, 0],
  ])('%s', (source, repeats, forks) => {
    expect(choicesOf(source)).toEqual({ repeats, forks })
  })

  it('is found in long texts as in short ones', () => {
    const regex = compileRegex('(\\w+) (\\w+)$', '')
    const text = `${'x, '.repeat(3000)}last words`
    expect(bounded(regex)(text, () => regex.exec(text)?.slice(1))).toEqual(['last', 'words'])
    expect(bounded(regex)('none', () => regex.exec('none'))).toBeNull()
  })

  it('may fail by itself', () => {
    const failing = () => {
      throw new RangeError('by itself')
    }
    expect(() => bounded(/(a+)+/)('a', failing)).toThrow(RangeError)
  })
})
