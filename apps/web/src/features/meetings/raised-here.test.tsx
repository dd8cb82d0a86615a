import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { MeetingOnPage } from './meeting-on-page'
import { RaisedHere } from './raised-here'
import { ReadBackActions } from './read-back-tables'

type Meeting = Parameters<typeof RaisedHere>[0]['meeting']
type Action = MeetingOnPage['actions'][number]

const decision = (number: number, text: string): Meeting['decisions'][number] => ({
  id: `d-${number}`,
  number,
  text,
  date: '2026-11-03',
  version: 1,
  proposedBy: null,
  actions: [],
})
const action = (given: Partial<Action> = {}): Action => ({
  id: 'a-7',
  number: 7,
  title: 'Write to the boards',
  status: 'OPEN',
  version: 1,
  overdueSince: null,
  owner: null,
  acceptance: null,
  due: null,
  body: { id: 'body-ws-2', kind: 'WORKSTREAM', status: 'ACTIVE', parent: { id: 'body-mag' } },
  ...given,
})
const owner: Action['owner'] = { label: { en: 'Chair, Workstream 2', cy: null } }
const due: Action['due'] = { label: '2026-11-24', earliest: '2026-11-24', latest: '2026-11-24' }
const parts = { StatusMark: () => null, GiveOwner: () => null }

afterEach(cleanup)

describe('what a meeting has to show for itself', () => {
  it('holds what was decided in writing and is noted at it, each decision with the way to its page', () => {
    const meeting = {
      actions: [],
      decisions: [decision(31, 'The core offer is adopted.')],
      notedDecisions: [decision(30, 'The brand is adopted.')],
    }
    render(<RaisedHere meeting={meeting} parts={parts} />)
    const [here, noted] = screen.getAllByRole('listitem')
    expect(here?.textContent).toBe('Decision31 · The core offer is adopted.')
    expect(noted?.textContent).toBe('Decided in writing, noted here30 · The brand is adopted.')
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/decisions/31',
      '/decisions/30',
    ])
    expect(screen.getByRole('heading', { name: /2/ })).toBeTruthy()
  })

  it('is read back with owner and date, and what is missing stands out', () => {
    render(<ReadBackActions actions={[action({ owner, due }), action({ id: 'a-8', number: 8 })]} />)
    const [, settled, open] = screen.getAllByRole('row')
    if (!settled || !open) throw new Error('two actions have two rows')
    const cells = (row: HTMLElement) => within(row).getAllByRole('cell')
    expect(cells(settled).map((cell) => cell.textContent)).toEqual([
      '7 · Write to the boards',
      'Chair, Workstream 2',
      '24\u00a0November\u00a02026',
    ])
    expect(cells(open).map((cell) => cell.textContent)).toEqual([
      '8 · Write to the boards',
      'No owner yet',
      'No date yet',
    ])
  })
})
