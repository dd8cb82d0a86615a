import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MinutesText } from './minutes-text'
import { readMinutes } from './read-minutes'

const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const heading = (level: number, words: string) => ({ type: 'heading', attrs: { level }, content: [text(words)] })
const minutes = (...content: unknown[]) => ({ type: 'doc', content })

function draw(content: unknown) {
  return render(
    <article>
      <MinutesText
        blocks={readMinutes(content)}
        action={(id) => <section aria-label={`action ${id}`} />}
        decision={(id) => <section aria-label={`decision ${id}`} />}
      />
    </article>,
  )
}

describe('agreed minutes', () => {
  it('number their sections and, within them, their paragraphs', () => {
    const blocks = readMinutes(
      minutes(
        paragraph(text('before any section')),
        heading(2, 'Welcome'),
        paragraph(text('one')),
        heading(3, 'Apologies'),
        paragraph(text('two')),
        paragraph(),
        heading(2, 'Fostering'),
        paragraph(text('three')),
      ),
    )
    expect(blocks.map((block) => ('number' in block ? block.number : null))).toEqual([
      null,
      '1',
      '1.1',
      null,
      '1.2',
      '2',
      '2.1',
    ])
  })

  it('are drawn as headings, paragraphs, lists and emphasis', () => {
    draw(
      minutes(
        heading(2, 'Fostering'),
        paragraph(text('It was '), text('agreed', { type: 'bold' }), { type: 'hardBreak' }, text('at once')),
        { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('x'))] }] },
      ),
    )
    expect(screen.getByRole('heading', { level: 2, name: '1 Fostering' })).toBeTruthy()
    expect(screen.getByText('agreed').tagName).toBe('STRONG')
    expect(screen.getByRole('list').getAttribute('start')).toBe('3')
  })

  it('hand every action and decision to whoever draws records, also inside a list', () => {
    draw(
      minutes(
        { type: 'actionRef', attrs: { id: 'a-1' } },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'decisionRef', attrs: { id: 'd-1' } }] }],
        },
        { type: 'actionRef', attrs: {} },
      ),
    )
    expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual([
      'action a-1',
      'decision d-1',
    ])
  })

  it('keep the words of what they do not know, and no address that could do harm', () => {
    const { container } = draw(
      minutes(
        { type: 'callout', content: [{ type: 'inner', content: [text('kept words')] }] },
        paragraph(text('a link', { type: 'link', attrs: { href: 'javascript:alert(1)' } })),
        paragraph(text('a good one', { type: 'link', attrs: { href: 'https://gov.wales' } })),
      ),
    )
    expect(container.textContent).toContain('kept words')
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['https://gov.wales'])
  })

  it.each([[null], ['text'], [{ content: 'no list' }], [{ content: [1, null, { type: 7 }] }]])(
    'show nothing, and do not fail, for %j',
    (content) => {
      expect(readMinutes(content)).toEqual([])
    },
  )
})
