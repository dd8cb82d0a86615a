import { describe, expect, it } from 'vitest'
import { standingOf } from './standing'

type Signs = Parameters<typeof standingOf>[0]
const calm: Signs = {
  line: { state: 'saved', kept: 0 },
  waiting: 0,
  refused: 0,
  onlyHere: false,
  online: true,
  sessionEnded: false,
  long: false,
}
const said = (signs: Partial<Signs>) => standingOf({ ...calm, ...signs }).state

describe('the connection mark says', () => {
  it('saved, when everything is durable', () => {
    expect(said({})).toBe('saved')
    expect(said({ line: { state: 'read-only', kept: 0 } })).toBe('saved')
  })

  it('saving only after a moment, so that typing does not flicker', () => {
    expect(said({ line: { state: 'saving', kept: 3 } })).toBe('saved')
    expect(said({ line: { state: 'saving', kept: 3 }, long: true })).toBe('saving')
    expect(said({ waiting: 1, long: true })).toBe('saving')
  })

  it('offline, and how much is kept', () => {
    expect(standingOf({ ...calm, online: false, line: { state: 'saving', kept: 9 }, waiting: 3 })).toEqual({
      state: 'offline',
      kept: 12,
      edits: 9,
    })
    expect(said({ line: { state: 'offline', kept: 0 } })).toBe('offline')
  })

  it('that it needs attention before anything else', () => {
    expect(said({ waiting: 1, onlyHere: true, online: false })).toBe('attention')
    expect(said({ refused: 1, online: false })).toBe('attention')
    expect(said({ sessionEnded: true })).toBe('attention')
    expect(said({ line: { state: 'attention', kept: 1 } })).toBe('attention')
  })
})
