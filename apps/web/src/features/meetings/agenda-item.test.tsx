import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AgendaItem } from './agenda-item'
import { planAgenda } from './agenda-times'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const [line] = planAgenda(
  [
    {
      id: 'i-1',
      title: 'Fostering',
      minutes: 30,
      section: null,
      presenter: 'Chair',
      unfinished: true,
      carriedFrom: null,
    },
  ],
  { startsAt: at('10:00'), startedAt: at('10:00'), running: true },
  at('10:12'),
).lines
if (!line) throw new Error('an agenda of one item has one line')

afterEach(cleanup)

describe('the agenda item that is on', () => {
  it('says when it began, how long it is and what is left', () => {
    render(<AgendaItem line={line} onVisit={vi.fn()} arrange={null} />)
    expect(screen.getByRole('listitem').getAttribute('aria-current')).toBe('step')
    expect(screen.getByText('10:00')).toBeTruthy()
    expect(screen.getByText('30 min · 18 min left')).toBeTruthy()
    expect(screen.getByText('Chair')).toBeTruthy()
    expect(screen.getByText('Not finished')).toBeTruthy()
    expect(screen.getByRole('progressbar', { name: '12 of 30 minutes used' })).toBeTruthy()
  })

  it('takes the reader to its minutes', () => {
    const onVisit = vi.fn()
    render(<AgendaItem line={line} onVisit={onVisit} arrange={null} />)
    fireEvent.click(screen.getByRole('button', { name: '1. Fostering' }))
    expect(onVisit).toHaveBeenCalledWith('i-1')
  })
})

describe('arranging the agenda', () => {
  it('goes by buttons that name what they move, and stays put at either end', () => {
    const [move, remove, put] = [vi.fn(), vi.fn(), vi.fn()]
    render(<AgendaItem line={line} onVisit={vi.fn()} arrange={{ last: false, move, remove, put }} />)
    fireEvent.click(screen.getByRole('button', { name: 'Move up: Fostering' }))
    expect(move).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Move down: Fostering' }))
    expect(move).toHaveBeenCalledWith('i-1', 1)
    fireEvent.click(screen.getByRole('button', { name: 'Remove: Fostering' }))
    expect(remove).toHaveBeenCalledWith('i-1')
  })

  it('goes by dragging too, and takes nothing else that is dropped', () => {
    const put = vi.fn()
    render(<AgendaItem line={line} onVisit={vi.fn()} arrange={{ last: false, move: vi.fn(), remove: vi.fn(), put }} />)
    const row = screen.getByRole('listitem')
    const carrying = (type: string) => ({
      dataTransfer: { types: [type], getData: (of: string) => (of === type ? 'i-2' : '') },
    })
    fireEvent.drop(row, carrying('text/plain'))
    expect(put).not.toHaveBeenCalled()
    fireEvent.drop(row, carrying('application/x-camau-item'))
    expect(put).toHaveBeenCalledWith('i-2', 'i-1')
  })
})
