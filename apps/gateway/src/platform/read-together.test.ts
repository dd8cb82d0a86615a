import { describe, expect, it } from 'vitest'
import { queryPatience, readPatience, reads } from './patience.js'
import { readTogether } from './read-together.js'

describe('what is read together', () => {
  const asked: { ids: readonly string[]; patience: number | undefined }[] = []
  const read = readTogether(async (ids) => {
    asked.push({ ids, patience: readPatience() })
    return ids.filter((id) => id !== 'gone').map((id) => ({ id }))
  })

  it('is one question for all who ask in one turn, each with their own answer', async () => {
    asked.splice(0)
    expect(await Promise.all(['a', 'gone', 'b'].map(read))).toEqual([{ id: 'a' }, null, { id: 'b' }])
    expect(asked).toEqual([{ ids: ['a', 'gone', 'b'], patience: undefined }])
  })

  it('is not cut short because a query asked in the same turn', async () => {
    asked.splice(0)
    await Promise.all([reads(() => read('a')), read('b')])
    expect(asked).toContainEqual({ ids: ['a'], patience: queryPatience })
    expect(asked).toContainEqual({ ids: ['b'], patience: undefined })
  })
})
