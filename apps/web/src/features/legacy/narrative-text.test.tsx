import { firstLegacy, legacyNarrative, Y } from '@camau/collab'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { NarrativeText } from './narrative-text'
import { ReportWords } from './report-words'

const problem = 'Much staff time goes on looking.'
const source = { file: '002', locator: 'Legacy Item 2 · L402', title: { en: null, cy: null }, date: null }
afterEach(cleanup)

function aPage() {
  const doc = new Y.Doc()
  firstLegacy(problem)(doc)
  const { container } = render(
    <>
      <NarrativeText doc={doc} problem={problem} />
      <ReportWords doc={doc} problem={problem} source={source} />
    </>,
  )
  const write = (edit: (text: Y.XmlFragment) => void) => act(() => edit(legacyNarrative(doc)))
  return { container, write }
}

function aBlock(name: string, words: string): Y.XmlElement {
  const block = new Y.XmlElement(name)
  block.insert(0, [new Y.XmlText(words)])
  return block
}

describe('the narrative for reading', () => {
  it('begins with the words of the report, in English and with their place', () => {
    const { container } = aPage()
    expect(container.querySelector('.read')?.getAttribute('lang')).toBe('en')
    expect(screen.getByText(/In the words of the report/).textContent).toContain('402')
    expect(screen.queryByText('What the report says')).toBeNull()
  })

  it('follows every change, and keeps what the report says beside it', () => {
    const { container, write } = aPage()
    write((text) => text.push([aBlock('heading', 'Since then'), aBlock('paragraph', 'The brand was launched.')]))
    expect(screen.getByText('The brand was launched.')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 3, name: 'Since then' })).toBeTruthy()
    expect(container.querySelector('.read')?.hasAttribute('lang')).toBe(false)
    expect(container.querySelector('.report-words')?.textContent).toContain(problem)
  })

  it('says so when nothing is left of it', () => {
    const { container, write } = aPage()
    write((text) => text.delete(0, text.length))
    expect(screen.getByText('Nothing is written here.')).toBeTruthy()
    expect(container.querySelector('.report-words')?.textContent).toContain(problem)
  })
})
