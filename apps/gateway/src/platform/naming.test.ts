import { describe, expect, it } from 'vitest'
import { initialsOf } from './naming.js'

describe('the letters on a disc', () => {
  it.each([
    ['Chair, Workstream 2', 'C2'],
    ['Vice-Chair, Workstream 2', 'V2'],
    ['Chair, Ministerial Advisory Group', 'CM'],
    ['Secretariat, programme team', 'SP'],
    ['Workstream 3', 'W3'],
    ['Member of the Senedd', 'MS'],
    ['MAG', 'MAG'],
    ['', ''],
  ])('of “%s” are “%s”', (name, letters) => {
    expect(initialsOf(name)).toBe(letters)
  })
})
