import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Announcer } from '../../platform/announce'
import { planAgenda } from './agenda-times'
import { RunTimer } from './run-timer'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const items = [{ id: 'i-1', title: 'Fostering', minutes: 30 }]
function lineAt(now: string) {
  const on = { itemId: 'i-1', since: at('10:00') }
  const [line] = planAgenda(items, { startsAt: at('10:00'), startedAt: at('10:00'), running: true, on }, at(now)).lines
  if (!line) throw new Error('an agenda of one item has one line')
  return line
}
const shown = (now: string) => (
  <>
    <Announcer />
    <RunTimer line={lineAt(now)} />
  </>
)

afterEach(cleanup)

it('says what is left, then by how much the item is over, and says so aloud when it begins to be', () => {
  const { rerender } = render(shown('10:12'))
  expect(screen.getByText('18 minutes left')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toBe('')
  rerender(shown('10:31'))
  expect(screen.getByText('1 minute over')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toBe('The time for this item is over: Fostering')
})
