import { expect, it } from 'vitest'
import { inProcessBus } from './bus.js'
import { createDirectory, type DirectoryContents } from './directories.js'

const body = { id: 'body-1', kind: 'workstream', number: 1, status: 'active', parentId: null, alsoKnownAs: [] } as const
const named = (en: string): DirectoryContents => ({
  bodies: [{ ...body, name: { en, cy: null } } as unknown as DirectoryContents['bodies'][number]],
  people: [],
  titles: [],
  workstreams: [],
})

it('names that are read again and found the same stay the same object, so that what was worked out with them holds', async () => {
  const clock = { at: 0 }
  let contents = named('Workstream 1')
  const directory = createDirectory(
    async () => contents,
    inProcessBus(),
    () => new Date(clock.at),
  )
  const first = await directory.now()
  clock.at += 60_000
  contents = named('Workstream 1')
  expect(await directory.now()).toBe(first)
  clock.at += 60_000
  contents = named('Education')
  const changed = await directory.now()
  expect(changed).not.toBe(first)
  expect(changed.bodies.get('body-1')?.name.en).toBe('Education')
})
