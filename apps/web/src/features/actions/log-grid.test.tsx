import { byName } from '@camau/domain'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ViewerProvider } from '../../platform/viewer'
import type { LogRow } from './action-status'
import { columns } from './columns'
import { LogGrid } from './log-grid'
import { layOut } from './log-items'
import { wholeLines } from './log-lines'
import { aChair, aRow } from './log-rows.fixture'

// The editors speak to the server; what is asked here is when they open and close, and where the focus goes.
vi.mock('./title-editor', () => ({
  TitleEditor: ({ label, onLeave }: { label: string; onLeave: (way: 'stay' | 'next') => void }) => (
    <input aria-label={label} onKeyDown={(event) => event.key === 'Escape' && onLeave('stay')} />
  ),
}))
vi.mock('./inside-row', () => ({ InsideRow: ({ row }: { row: LogRow }) => <p>inside {row.number}</p> }))

const rows = [1, 2, 3].map((number) => aRow({ number, title: `Action ${number}` }))
const here = { people: [], setPresence: vi.fn() }

function Log({ bodyId = 'ws-2', given = rows }: { bodyId?: string; given?: LogRow[] }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const sort = { field: 'number', descending: false } as const
  const items = layOut(given, {
    grouping: 'status',
    sort,
    language: 'en',
    compare: byName('en'),
    folded,
    opened,
    clashing: new Set(),
  })
  return (
    <ViewerProvider me={{ ...aChair(bodyId), initials: 'C', language: 'en', demo: true, ...office(bodyId) }}>
      <LogGrid
        label="Action log"
        lines={wholeLines(items)}
        onSight={() => {}}
        rows={new Map(given.map((row) => [row.id, row]))}
        columns={columns}
        sort={sort}
        onSort={() => {}}
        onFold={(group, open) => setFolded(new Set(open ? [group] : []))}
        onOpen={(id) => setOpened(new Set([id]))}
        onHold={() => {}}
        opened={opened}
        tints={new Set()}
        here={here}
        withBody={false}
      />
    </ViewerProvider>
  )
}

const office = (bodyId: string) => ({
  offices: aChair(bodyId).offices.map((held) => ({ ...held, title: { en: 'Chair', cy: 'Cadeirydd' } })),
})
const cell = (name: RegExp | string) => screen.getByRole('gridcell', { name })
const standOn = (name: string) => act(() => cell(name).focus())
const press = (key: string) => {
  const at = document.activeElement
  if (at) fireEvent.keyDown(at, { key })
}
const column = () => document.activeElement?.getAttribute('data-cell')

// happy-dom measures nothing; a window of its real size lets the virtual rows be drawn.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 50 })
afterEach(cleanup)

describe('the log by keyboard', () => {
  it('is one stop of Tab, wherever its arrows last were', () => {
    render(<Log />)
    const stops = () =>
      within(screen.getByRole('grid'))
        .getAllByRole('gridcell')
        .filter((one) => one.tabIndex === 0)
    expect(stops()).toHaveLength(1)
    standOn('Action 2')
    press('ArrowDown')
    expect(column()).toBe('action-3:title')
    expect(stops()).toHaveLength(1)
  })

  it('moves by arrows over rows and heads of groups, and stops at the edges', () => {
    render(<Log />)
    standOn('Action 1')
    press('ArrowRight')
    expect(column()).toBe('action-1:owner')
    press('ArrowUp')
    expect(column()).toBe('group:open:number')
    press('ArrowUp')
    expect(column()).toBe('group:open:number')
  })

  it('edits on Enter, and Escape gives the focus back to the cell', () => {
    render(<Log />)
    standOn('Action 2')
    press('Enter')
    const field = screen.getByRole('textbox', { name: 'Title of action 2' })
    expect(here.setPresence).toHaveBeenLastCalledWith({ recordId: 'action-2', field: 'title' })
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(column()).toBe('action-2:title')
    expect(here.setPresence).toHaveBeenLastCalledWith(null)
  })

  it('opens the row on Space, and on Enter where nothing may be edited', () => {
    const { unmount } = render(<Log />)
    standOn('Action 2')
    press(' ')
    expect(screen.getByText('inside 2')).toBeTruthy()
    unmount()
    render(<Log bodyId="ws-3" />)
    standOn('Action 3')
    expect(cell('Action 3').getAttribute('aria-readonly')).toBe('true')
    press('Enter')
    expect(screen.getByText('inside 3')).toBeTruthy()
  })

  it('takes the next row when the one under it goes away, and says so', () => {
    const { rerender } = render(<Log />)
    standOn('Action 2')
    rerender(<Log given={rows.filter(({ number }) => number !== 2)} />)
    expect(column()).toBe('action-3:title')
  })

  it('calls nobody back who has gone to the heads of the columns', () => {
    const { rerender } = render(<Log />)
    standOn('Action 2')
    const head = screen.getByRole('button', { name: /^Due/ })
    act(() => head.focus())
    rerender(<Log given={rows.filter(({ number }) => number !== 2)} />)
    expect(document.activeElement).toBe(head)
  })

  it('counts every line for people who listen, drawn or not', () => {
    render(<Log />)
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('5')
    expect(cell('Action 3').closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('5')
  })
})
