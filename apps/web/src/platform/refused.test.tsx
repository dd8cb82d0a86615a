import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useRefusalWords } from './refused'
import { refusals } from './words/refusals'

afterEach(cleanup)

function No() {
  const say = useRefusalWords()
  return <p role="alert">{say('reason-needed')}</p>
}

it('a no that is on the page before its words has them as soon as they come, and at once from then on', async () => {
  render(<No />)
  expect(screen.getByRole('alert').textContent).toBe('')
  await screen.findByText(refusals.en['reason-needed'])
  cleanup()
  render(<No />)
  expect(screen.getByRole('alert').textContent).toBe(refusals.en['reason-needed'])
})
