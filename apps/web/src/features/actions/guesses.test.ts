import { describe, expect, it } from 'vitest'
import { withDue } from './guesses'
import { aRow } from './log-rows.fixture'
import { needsReasonToMove } from './steps-open-to'

const due = (label: string) => ({ __typename: 'Due' as const, label, earliest: null, latest: null })
const told = { reason: null, by: { id: 'me', name: 'Me' }, now: new Date(0) }

describe('a date that was moved without a line', () => {
  it('needs a reason for the next move, as it will on the server', () => {
    const once = withDue(aRow({ due: due('Autumn') }), due('Winter'), told)
    expect(needsReasonToMove(once)).toBe(true)
    expect(needsReasonToMove(withDue(aRow(), due('Winter'), told))).toBe(false)
  })
})
