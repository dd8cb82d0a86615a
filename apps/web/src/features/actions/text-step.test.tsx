import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Result } from '../../platform/commands'
import { fetchRefusalWords } from '../../platform/refused'
import { TextStep } from './text-step'

const refused: Result<unknown> = { state: 'refused', refused: { code: 'not-permitted', details: {}, reference: null } }

function aStep(offered: boolean, result: Result<unknown> = refused) {
  // As a command does: the words of a no are here before the no.
  const run = async () => {
    if (result.state === 'refused') await fetchRefusalWords()
    return result
  }
  return <TextStep offered={offered} verb="Complete" title="Complete action 7" label="Evidence" limit={100} run={run} />
}

function written(words: string) {
  fireEvent.click(screen.getByRole('button', { name: 'Complete' }))
  fireEvent.change(screen.getByLabelText(/^Evidence/), { target: { value: words } })
}

const evidence = () => (screen.getByLabelText(/^Evidence/) as HTMLTextAreaElement).value

afterEach(cleanup)

describe('the words of a step', () => {
  it('stay when somebody else takes the step meanwhile', () => {
    const { rerender } = render(aStep(true))
    written('The letter went out.')
    rerender(aStep(false))
    expect(evidence()).toBe('The letter went out.')
  })

  it('stay beside the reason when the step is refused', async () => {
    render(aStep(true))
    written('The letter went out.')
    fireEvent.submit(screen.getByLabelText(/^Evidence/))
    await screen.findByText('Your offices do not allow this.')
    expect(evidence()).toBe('The letter went out.')
  })

  it('go with the form once the step is taken', async () => {
    render(aStep(true, { state: 'done', data: {} }))
    written('The letter went out.')
    fireEvent.submit(screen.getByLabelText(/^Evidence/))
    await expect.poll(() => screen.queryByLabelText(/^Evidence/), { timeout: 5_000 }).toBeNull()
    expect(screen.getByRole('button', { name: 'Complete' })).toBeTruthy()
  })
})
