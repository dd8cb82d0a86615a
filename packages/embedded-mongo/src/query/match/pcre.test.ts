import { describe, expect, it } from 'vitest'
import { compileRegex } from './regex.js'

const cases: [string, string, string[], string[]][] = [
  ['^a\\-b$', '', ['a-b'], ['ab']],
  ['[a\\-c]', '', ['-', 'a'], ['b']],
  ["it\\'s\\ \\@", '', ["it's @"], ['its']],
  ['\\Aab\\z', 'm', ['ab'], ['x\nab', 'ab\n']],
  ['^[[:upper:]][[:digit:]_]$', '', ['A1', 'B_'], ['a1', 'Ax']],
  ['\\Qa.b*\\E$', '', ['a.b*'], ['axb*']],
  ['a{', '', ['a{'], ['a']],
  ['^.$', '', ['\u{1f600}'], ['ab']],
  ['a b # no', 'x', ['ab'], ['a b']],
  ['(?is)A.B', '', ['a\nb'], ['ab']],
  ['\\d{2}/\\d', '', ['12/3'], ['1/2']],
  ['é', 'i', ['É'], ['e']],
]

describe('a regular expression', () => {
  it.each(cases)('%s with "%s"', (pattern, options, found, notFound) => {
    const regex = compileRegex(pattern, options)
    for (const text of found) expect(regex.test(text), text).toBe(true)
    for (const text of notFound) expect(regex.test(text), text).toBe(false)
  })

  it('that JavaScript would misread is refused', () => {
    expect(() => compileRegex('a\\Kb', '')).toThrow(expect.objectContaining({ code: 115 }))
    expect(() => compileRegex('[[:^alpha:]]', '')).toThrow(expect.objectContaining({ code: 115 }))
    expect(() => compileRegex('a++', '')).toThrow(expect.objectContaining({ code: 51091 }))
  })
})
