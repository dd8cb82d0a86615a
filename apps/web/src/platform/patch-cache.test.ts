import { gql, type InMemoryCache } from '@apollo/client'
import { describe, expect, it } from 'vitest'
import { createCache } from './apollo'
import { patchCache } from './patch-cache'

const query = gql`
  {
    action(id: "a") {
      id
      title
      version
      owner {
        label {
          en
        }
        body {
          id
          note
        }
      }
      progress {
        text
      }
    }
  }
`

const versions = gql`
  {
    documentVersion(id: "v") {
      id
      label
      text {
        words
      }
    }
    compareVersions(from: "v") {
      words
    }
  }
`

const end = gql`
  {
    link {
      id
      label
    }
  }
`

function aCache(): InMemoryCache {
  const cache = createCache()
  const action = { __typename: 'Action', id: 'a', title: 'Before', version: 3, owner: null, progress: [] }
  cache.writeQuery({ query, data: { action } })
  return cache
}

const read = (cache: InMemoryCache) => cache.readQuery<{ action: Record<string, unknown> }>({ query })?.action

describe('a live patch', () => {
  it('changes the record everywhere it is shown, with what hangs on it', () => {
    const cache = aCache()
    const owner = {
      __typename: 'Owner',
      label: { __typename: 'LocalText', en: 'Workstream 2' },
      body: { __typename: 'Body', id: 'b', note: null },
    }
    const fields = { title: 'After', owner, progress: [{ __typename: 'ProgressNote', text: 'Begun' }] }
    patchCache(cache, [{ type: 'Action', id: 'a', version: 4, fields }])
    expect(read(cache)).toMatchObject({
      title: 'After',
      version: 4,
      owner: { body: { id: 'b' } },
      progress: [{ text: 'Begun' }],
    })
  })

  it('that is older than what is shown changes nothing', () => {
    const cache = aCache()
    patchCache(cache, [{ type: 'Action', id: 'a', version: 2, fields: { title: 'Older' } }])
    expect(read(cache)).toMatchObject({ title: 'Before', version: 3 })
  })

  it('of the version that is shown brings what the answer of my own command left out', () => {
    const cache = aCache()
    patchCache(cache, [{ type: 'Action', id: 'a', version: 3, fields: { title: 'As answered' } }])
    expect(read(cache)).toMatchObject({ title: 'As answered', version: 3 })
  })

  it('of a record nobody asked for is left to the lists', () => {
    const cache = aCache()
    patchCache(cache, [{ type: 'Action', id: 'other', version: 9, fields: { title: 'Elsewhere' } }])
    expect(Object.keys(cache.extract())).not.toContain('Action:other')
  })

  it('of a record that is restricted to others now takes it off the screen', () => {
    const cache = aCache()
    patchCache(cache, [{ type: 'Action', id: 'a', version: 4, fields: { __typename: 'Action', id: 'a', gone: true } }])
    expect(Object.keys(cache.extract())).not.toContain('Action:a')
    expect(read(cache)).toBeUndefined()
  })

  it('of a record that was taken away and has come back since does not take it away again', () => {
    const cache = aCache()
    patchCache(cache, [{ type: 'Action', id: 'a', version: 2, fields: { __typename: 'Action', id: 'a', gone: true } }])
    expect(read(cache)).toMatchObject({ title: 'Before', version: 3 })
  })

  it('of a record that is gone takes its name off what waits for it', () => {
    const cache = aCache()
    cache.writeQuery({ query: end, data: { link: { __typename: 'DependencyEnd', id: 'a', label: 'Juniper House' } } })
    patchCache(cache, [{ type: 'Action', id: 'a', version: 4, fields: { __typename: 'Action', id: 'a', gone: true } }])
    expect(JSON.stringify(cache.extract())).not.toContain('Juniper')
  })

  it('that says that words were taken out of a text takes what was read of its versions away', () => {
    const cache = createCache()
    const text = { __typename: 'VersionText', words: 'Saffron Windmill' }
    const documentVersion = { __typename: 'DocumentVersion', id: 'v', label: 'Before the vote', text }
    const compareVersions = { __typename: 'VersionComparison', words: 'Saffron Windmill' }
    cache.writeQuery({ query: versions, data: { documentVersion, compareVersions } })
    patchCache(cache, [{ type: 'DocumentRedaction', id: 'r', version: 1, fields: { documentId: 'minutes:m' } }])
    expect(JSON.stringify(cache.extract())).not.toContain('Saffron')
    expect(JSON.stringify(cache.extract())).toContain('Before the vote')
  })
})
