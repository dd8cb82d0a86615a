import { limits, Refusal } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { assemble, dropParts } from './pushes.js'

const MB = 1024 * 1024
const most = { unfinished: 3 * MB }

/** Two documents of one person: what both have in parts is counted in one place. */
function aMember(unfinished = { bytes: 0 }): Parameters<typeof assemble>[0] {
  return { parts: null, unfinished }
}

function send(member: Parameters<typeof assemble>[0], n: number, index: number, of: number, bytes = MB): string {
  try {
    const whole = assemble(member, [1, n, new Uint8Array(bytes), null, { part: { index, of } }], most)
    return whole ? `whole: ${whole.length / MB} MB` : 'goes on'
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

describe('an update in parts', () => {
  it('is put together, and no longer counted when it is whole', () => {
    const member = aMember()
    expect([send(member, 1, 0, 3), send(member, 1, 1, 3), send(member, 1, 2, 3)]).toEqual([
      'goes on',
      'goes on',
      'whole: 3 MB',
    ])
    expect(member.unfinished.bytes).toBe(0)
  })

  it('is refused when parts are missing or from another update, and nothing of it stays', () => {
    const member = aMember()
    expect([send(member, 1, 0, 3), send(member, 1, 2, 3), send(member, 1, 1, 3)]).toEqual(['goes on', 'gap', 'gap'])
    expect([send(member, 2, 0, 3), send(member, 3, 1, 3)]).toEqual(['goes on', 'gap'])
    expect(member.unfinished.bytes).toBe(0)
  })

  it('is refused when a person has more of them begun than one person may', () => {
    const here = aMember()
    const elsewhere = aMember(here.unfinished)
    expect([send(here, 1, 0, 9), send(here, 1, 1, 9), send(elsewhere, 1, 0, 9)]).toEqual(Array(3).fill('goes on'))
    expect(send(elsewhere, 1, 1, 9)).toBe('too-fast')
    expect(here.unfinished.bytes).toBe(2 * MB)
    dropParts(here) // they have left
    expect(here.unfinished.bytes).toBe(0)
  })

  it('is refused when it is larger than an update may be', () => {
    const member = aMember()
    expect(send(member, 1, 0, 2, limits.update)).toBe('too-fast')
    expect(send({ ...member, unfinished: { bytes: -limits.update } }, 1, 0, 2, limits.update + 1)).toBe('too-large')
  })
})
