import { InMemoryCache } from '@apollo/client'
import { parse, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { viewerText } from './boot'
import { ViewerDocument } from './viewer.graphql'

describe('the first question', () => {
  it('asks what the cache will look for, so that nobody is asked twice', () => {
    expect(print(parse(viewerText))).toBe(print(new InMemoryCache().transformDocument(ViewerDocument)))
  })
})
