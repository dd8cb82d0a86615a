import { Refusal } from '@camau/domain'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { useSignal } from '../../platform/signal'
import { KeptTitle } from './kept-title'
import { keptTitles } from './kept-titles'
import { LiveField } from './live-field'
import type { LiveText, LiveWords } from './live-words'
import { writeTitle } from './write-title'

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
  const left: { known: string; typed: string }[] = []
  const { unmount } = render(
    <LiveField
      live={null}
      known="Write to boards"
      label="Title"
      className=""
      readOnly={false}
      onLeftEarly={(early) => left.push(early)}
    />,
  )
  fireEvent.change(screen.getByLabelText('Title'), { target: { value: typed } })
  unmount()
  return left.map((early) => ({ actionId: 'action-1', ...early }))
}

function anAction(title: LiveText, readOnly = false): LiveWords {
  const status = { get: () => ({ state: 'saved', kept: 0 }) as const, subscribe: () => () => {} }
  const nothing = () => {}
  return {
    title,
    detail: aText(''),
    status,
    readOnly: () => readOnly,
    draft: () => null,
    discardDraft: async () => {},
    close: nothing,
  }
}

describe('a field whose text comes', () => {
  it('brings nothing onto it that nobody typed, though the record has changed while it was waited for', () => {
    const title = aText('Write to [redacted]')
    const field = (known: string, live: LiveText | null) => (
      <LiveField live={live} known={known} label="Title" className="" readOnly={false} />
    )
    const { rerender } = render(field('Write to Saffron Windmill', null))
    rerender(field('Write to [redacted]', null))
    rerender(field('Write to [redacted]', title))
    expect(title.text()).toBe('Write to [redacted]')
    expect(screen.getByLabelText<HTMLTextAreaElement>('Title').value).toBe('Write to [redacted]')
  })
})

describe('a field in which somebody types while its text comes', () => {
  it('takes a letter that is typed in that very moment, and nothing twice', async () => {
    const title = aText('Write to boards')
    const place = document.body.appendChild(document.createElement('div'))
    const root = createRoot(place)
    const show = (live: LiveText | null) =>
      root.render(<LiveField live={live} known="Write to boards" label="Title" className="" readOnly={false} />)
    show(null)
    await expect.poll(() => place.querySelector('textarea')).not.toBeNull()
    const field = screen.getByLabelText<HTMLTextAreaElement>('Title')
    const type = (value: string) => fireEvent.change(field, { target: { value } })
    type('Write to boards b')
    // Between the showing of it and whatever React does afterwards.
    const moment = new MutationObserver(() => {
      moment.disconnect()
      type('Write to boards by')
    })
    moment.observe(field, { attributeFilter: ['aria-busy'] })
    show(title)
    await expect.poll(() => field.value).toBe('Write to boards by')
    await expect.poll(() => title.text()).toBe('Write to boards by')
    root.unmount()
    place.remove()
  })
})

describe('a field in which others type too', () => {
  /** A text, and what makes somebody else's letters come: into the text at once, onto the page when it is told. */
  function aSharedText(text: string) {
    let now = text
    let told = () => {}
    const come = (next: string) => {
      now = next
    }
    const onRemote = (listener: () => void) => {
      told = listener
      return () => {}
    }
    const live: LiveText = { text: () => now, write: come, onRemote }
    render(<LiveField live={live} known={text} label="Title" className="" readOnly={false} />)
    return { live, field: screen.getByLabelText<HTMLTextAreaElement>('Title'), come, tell: () => act(told) }
  }

  it('keeps a letter of theirs that was not on the page yet when something was typed', () => {
    const { live, field, come, tell } = aSharedText('Write to boards')
    field.focus()
    come('Please write to boards')
    field.setSelectionRange(15, 15)
    fireEvent.change(field, { target: { value: 'Write to boards!' } })
    tell()
    expect(live.text()).toBe('Please write to boards!')
    expect(field.value).toBe('Please write to boards!')
    expect(field.selectionStart).toBe(23)
  })

  it('leaves selected what was selected, wherever they type', () => {
    const { field, come, tell } = aSharedText('Write to boards next week')
    field.focus()
    field.setSelectionRange(16, 25)
    come('Please write to all boards next week')
    tell()
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('next week')
    come('Please write to all boards from next week')
    tell()
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('next week')
  })
})

describe('a field that is left before its text is here', () => {
  const shown: string[] = []
  const needs = { person: 'person-1', show: (title: string) => void shown.push(title) }
  afterEach(() => keptTitles.set([]))

  it('hands on what was typed, brought onto what others wrote meanwhile', async () => {
    const title = aText('Please write to boards')
    for (const early of typeAndLeave('Write to boards by May'))
      await writeTitle(Promise.resolve(anAction(title)), early, needs)
    expect(title.text()).toBe('Please write to boards by May')
    expect(shown).toEqual(['Please write to boards by May'])
    expect(keptTitles.get()).toEqual([])
  })

  it('hands nothing on when nothing was typed', () => {
    expect(typeAndLeave('Write to boards')).toEqual([])
  })

  it.each([
    ['is refused', () => Promise.reject(new Refusal('not-found')), 'not-found'],
    ['may only be read', () => Promise.resolve(anAction(aText('Write to boards'), true)), 'not-permitted'],
  ] as const)('keeps what was typed when the text %s', async (_, coming, because) => {
    for (const early of typeAndLeave('Write to boards by May')) await writeTitle(coming(), early, needs)
    expect(keptTitles.get()).toMatchObject([{ typed: 'Write to boards by May', person: 'person-1', because }])
  })

  it('shows the words it kept, why, and lets their writer try again until they are written', async () => {
    const [early] = typeAndLeave('Write to boards by May')
    if (!early) throw new Error('nothing was typed')
    await writeTitle(Promise.reject(new Refusal('not-permitted')), early, needs)
    const answers = [false, true]
    const write = async () => answers.shift() ?? false
    const { container } = render(<KeptNow write={write} />)
    await expect.poll(() => container.textContent).toContain('could not be saved. Your offices do not allow this.')
    expect(screen.getByText('Write to boards by May')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Copy' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await expect.poll(() => answers).toEqual([true])
    await expect.poll(() => screen.getByRole('button', { name: 'Try again' }).getAttribute('aria-disabled')).toBeNull()
    expect(screen.getByText('Write to boards by May')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await expect.poll(() => screen.queryByText('Write to boards by May')).toBeNull()
  })
})

function KeptNow({ write }: { write: () => Promise<boolean> }) {
  return useSignal(keptTitles).map((kept) => <KeptTitle key={kept.actionId} kept={kept} write={write} />)
}
