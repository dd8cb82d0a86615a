import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useUnpressed } from './use-unpressed'

afterEach(cleanup)

function Line({ offline }: { offline: boolean }) {
  return <p role="status">{useUnpressed(offline) ? 'no line' : ''}</p>
}
const line = () => screen.getByRole('status').textContent

it('what comes by itself waits until nobody presses, so that a press meets what it was meant for', async () => {
  const { rerender } = render(<Line offline={false} />)
  fireEvent.pointerDown(document.body)
  rerender(<Line offline />)
  expect(line()).toBe('')
  fireEvent.pointerUp(document.body)
  expect(line()).toBe('')
  await waitFor(() => expect(line()).toBe('no line'))

  fireEvent.pointerDown(document.body)
  rerender(<Line offline={false} />)
  expect(line()).toBe('no line')
  fireEvent.pointerCancel(document.body)
  await waitFor(() => expect(line()).toBe(''))
})

it('a press that ended in a menu, which nobody hears the end of, holds up nothing', async () => {
  const { rerender } = render(<Line offline={false} />)
  fireEvent.pointerDown(document.body)
  fireEvent.contextMenu(document.body)
  rerender(<Line offline />)
  await waitFor(() => expect(line()).toBe('no line'))
})

it('with nobody pressing it is there at once', () => {
  const { rerender } = render(<Line offline={false} />)
  rerender(<Line offline />)
  expect(line()).toBe('no line')
})
