import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import { drawCaret, fadeCarets, forCarets } from './carets'

const chair = { personId: 'p-1', name: 'Chair, Workstream 2', initials: 'C2', colour: 3, color: 'var(--presence-3)' }

function others(awareness: Awareness, state: object) {
  awareness.states.set(7, state)
  awareness.emit('change', [{ added: [7], updated: [], removed: [] }, 'presence'])
}

describe('another person’s caret', () => {
  it('shows initials in the person’s colour, with the whole office beside, hidden from people who listen', () => {
    const caret = drawCaret(chair)
    expect(caret.className).toBe('caret p3')
    expect(caret.querySelector('.short')?.textContent).toBe('C2')
    expect(caret.querySelector('.whole')?.textContent).toBe('Chair, Workstream 2')
    expect(caret.getAttribute('aria-hidden')).toBe('true')
  })

  it('takes markup in a name as words', () => {
    expect(drawCaret({ ...chair, name: '<img src=x>' }).querySelector('img')).toBeNull()
  })

  it('has one of eight colours, whatever arrives', () => {
    expect(drawCaret({ ...chair, colour: 'red" onload' }).className).toBe('caret p8')
  })

  it('gives the caret plugin a colour it believes in and leaves the rest as it is', () => {
    const awareness = new Awareness(new Doc())
    others(awareness, { user: chair, cursor: { anchor: 1, head: 1 } })
    expect(forCarets(awareness).getStates().get(7)).toEqual({
      user: { ...chair, color: '#000000' },
      cursor: { anchor: 1, head: 1 },
    })
    expect(awareness.getStates().get(7)?.user).toEqual(chair)
    awareness.destroy()
  })
})

describe('a caret that does not move', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('fades after two minutes and comes back when it moves', () => {
    const awareness = new Awareness(new Doc())
    const editor = document.createElement('div')
    const caret = drawCaret(chair)
    editor.append(caret)
    const stop = fadeCarets(awareness, editor)
    others(awareness, { user: chair, cursor: { head: 1 } })
    vi.advanceTimersByTime(119_000)
    expect(caret.classList.contains('idle')).toBe(false)
    vi.advanceTimersByTime(2_000)
    expect(caret.classList.contains('idle')).toBe(true)
    others(awareness, { user: chair, cursor: { head: 2 } })
    expect(caret.classList.contains('idle')).toBe(false)
    stop()
    awareness.destroy()
  })
})
