import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Button } from './button'

afterEach(cleanup)

it('submits its form when it is pressed, and nothing while work is under way', () => {
  const sent: string[] = []
  const form = (busy: boolean) => (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        sent.push('sent')
      }}
    >
      <input aria-label="Name" />
      <Button type="submit" busy={busy} onClick={() => sent.push('pressed')}>
        Send
      </Button>
    </form>
  )
  const { rerender } = render(form(false))
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Send' })
  fireEvent.click(button)
  expect(sent.splice(0)).toEqual(['pressed', 'sent'])
  rerender(form(true))
  fireEvent.click(button) // what a browser does on Enter, too, as long as the form has a button that submits it
  expect(sent).toEqual([])
  expect(button.type).toBe('submit')
})
