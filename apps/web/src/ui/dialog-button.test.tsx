import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Dialog } from './dialog'
import { DialogButton } from './dialog-button'

afterEach(cleanup)

function Named({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="A new owner" onClose={onClose}>
      <input aria-label="Who" />
    </Dialog>
  )
}

const drawn = (load: () => Promise<{ Named: typeof Named }>) =>
  render(
    <DialogButton load={load} dialog={({ Named }, close) => <Named onClose={close} />}>
      Propose
    </DialogButton>,
  )

function pressed() {
  const opener = screen.getByRole('button', { name: 'Propose' })
  opener.focus()
  fireEvent.click(opener)
  return opener
}

describe('a button whose dialog is fetched', () => {
  it('keeps the focus until the dialog takes it, and has it back afterwards; it is fetched once', async () => {
    let fetched = 0
    drawn(async () => {
      fetched += 1
      return { Named }
    })
    expect(fetched).toBe(0)
    const opener = pressed()
    expect(document.activeElement).toBe(opener)
    await screen.findByRole('dialog', { name: 'A new owner' })
    expect(document.activeElement).toBe(screen.getByLabelText('Who'))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(document.activeElement).toBe(opener)
    fireEvent.click(opener)
    expect(screen.getByRole('dialog', { name: 'A new owner' })).toBeDefined()
    expect(fetched).toBe(1)
  })

  it('says so where the line is down, and can be pressed again', async () => {
    let down = true
    drawn(async () => {
      if (down) throw new TypeError('the line is down')
      return { Named }
    })
    pressed()
    expect((await screen.findByRole('alert')).textContent).toBe('This could not be opened')
    down = false
    pressed()
    await screen.findByRole('dialog', { name: 'A new owner' })
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
