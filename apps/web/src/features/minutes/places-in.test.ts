import { passagesOf } from '@camau/domain'
import { expect, it } from 'vitest'
import { placesIn } from './places-in'

const text = (words: string) => ({ type: 'text', text: words })
const minutes = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [text('before any section')] },
    { type: 'heading', attrs: { level: 2 }, content: [text('Welcome')] },
    { type: 'paragraph', content: [text('one'), { type: 'hardBreak' }, text('more')] },
    { type: 'paragraph' },
    { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('x')] }] }] },
    { type: 'heading', attrs: { level: 3 }, content: [text('Detail')] },
    { type: 'paragraph', content: [text('two')] },
    { type: 'actionRef', attrs: { id: 'a-1' } },
    { type: 'heading', attrs: { level: 2 }, content: [text('Close')] },
  ],
}

it('places of an amendment are those the gateway finds in the same text', () => {
  expect(placesIn(minutes).map(({ place }) => place)).toEqual(['1', '1.1', '1.2', '2'])
  expect(placesIn(minutes)).toEqual(passagesOf(minutes))
})
