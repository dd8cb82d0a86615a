import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Dialog } from './dialog'
import { ProblemSummary } from './problem-summary'

afterEach(cleanup)

function Asking() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Set a date
      </button>
      {open && (
        <Dialog title="A new date" onClose={() => setOpen(false)}>
          <input aria-label="Day" />
        </Dialog>
      )}
    </>
  )
}

describe('a dialog', () => {
  it('has its title for a name, takes the focus to its first field, and gives it back', () => {
    render(<Asking />)
    const opener = screen.getByRole('button', { name: 'Set a date' })
    opener.focus()
    fireEvent.click(opener)
    expect(screen.getByRole('dialog', { name: 'A new date' })).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Day'))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(opener)
  })
})

describe('the summary of problems', () => {
  it('takes the focus, and its links lead to the fields', () => {
    render(
      <>
        <ProblemSummary problems={[{ fieldId: 'evidence', words: 'Say what shows that it is done' }]} />
        <input id="evidence" />
      </>,
    )
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'There is a problem' }))
    fireEvent.click(screen.getByRole('link', { name: 'Say what shows that it is done' }))
    expect(document.activeElement?.id).toBe('evidence')
  })
})
