import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LiveField } from './live-field'
import type { LiveText } from './live-words'

afterEach(cleanup)

/** A live text as the server has it. */
function aText(text: string): LiveText {
  let now = text
  const write = (next: string) => {
    now = next
  }
  return { text: () => now, write, onRemote: () => () => {} }
}

/** Types into a field whose text is not here yet, and leaves; the answer is what is still to be written. */
function typeAndLeave(typed: string) {
  const left: ((live: LiveText) => string)[] = []
  const { unmount } = render(
    <LiveField
      live={null}
      known="Write to boards"
      label="Title"
      className=""
      readOnly={false}
      onLeftEarly={(write) => left.push(write)}
    />,
  )
  fireEvent.change(screen.getByLabelText('Title'), { target: { value: typed } })
  unmount()
  return left
}

describe('a field that is left before its text is here', () => {
  it('hands on what was typed, brought onto what others wrote meanwhile', () => {
    const [write] = typeAndLeave('Write to boards by May')
    const live = aText('Please write to boards')
    expect(write?.(live)).toBe('Please write to boards by May')
    expect(live.text()).toBe('Please write to boards by May')
  })

  it('hands nothing on when nothing was typed', () => {
    expect(typeAndLeave('Write to boards')).toEqual([])
  })
})
