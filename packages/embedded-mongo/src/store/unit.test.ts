import { describe, expect, it } from 'vitest'
import { prefixRange } from './bytes.js'
import { MemoryStore } from './memory-store.fixture.js'
import { walk } from './overlay.js'
import type { Key } from './port.js'
import { Unit } from './unit.js'

const bytes = (text: string) => Buffer.from(text)

async function aUnit(stored: Key[], refused: Key[] = []) {
  const store = new MemoryStore()
  await store.write([new Map(stored.map((key) => [key, { before: undefined, after: bytes('old') }]))])
  const asked: Key[] = []
  const write = (key: Key) => {
    asked.push(key)
    if (refused.includes(key)) throw new Error(`taken: ${key}`)
  }
  return { unit: new Unit(store, { write, depend: () => undefined }), asked }
}

const keys = (unit: Unit, reverse = false) => [...walk(unit, prefixRange('k', reverse))].map(([key]) => key)

describe('writes that belong together', () => {
  it('are readable among themselves, in order, before they are committed', async () => {
    const { unit } = await aUnit(['k1', 'k3', 'k5'])
    unit.put('k2', bytes('new'))
    unit.remove('k3')
    unit.put('k9', bytes('new'))
    unit.put('k0', bytes('new'))
    expect(keys(unit)).toEqual(['k0', 'k1', 'k2', 'k5', 'k9'])
    expect(keys(unit, true)).toEqual(['k9', 'k5', 'k2', 'k1', 'k0'])
    expect(unit.get('k3')).toBeUndefined()
  })

  it('are walked whole when the store gives them in many chunks', async () => {
    const stored = Array.from({ length: 3000 }, (_, i) => `k${String(i).padStart(5, '0')}`)
    const { unit } = await aUnit(stored)
    for (const [i, key] of stored.entries()) if (i % 3 === 0) unit.remove(key)
    for (let i = 0; i < 500; i++) unit.put(`k${String(i * 7).padStart(5, '0')}x`, bytes('new'))
    const expected = [...stored.filter((_, i) => i % 3 !== 0)]
    for (let i = 0; i < 500; i++) expected.push(`k${String(i * 7).padStart(5, '0')}x`)
    expected.sort()
    expect(keys(unit)).toEqual(expected)
    expect(keys(unit, true)).toEqual(expected.toReversed())
  })

  it('ask once per key, and only before the first write of it', async () => {
    const { unit, asked } = await aUnit(['k1'])
    unit.put('k1', bytes('a'))
    unit.put('k1', bytes('b'))
    unit.remove('k1')
    expect(asked).toEqual(['k1'])
  })

  it('undo one statement and keep those before it', async () => {
    const { unit } = await aUnit(['k1', 'k2'], ['k7'])
    unit.put('k1', bytes('first'))
    const statement = () => {
      unit.put('k1', bytes('second'))
      unit.remove('k2')
      unit.put('k5', bytes('second'))
      unit.put('k7', bytes('second'))
    }
    expect(() => unit.attempt(statement)).toThrow('taken: k7')
    expect(unit.get('k1')?.toString()).toBe('first')
    expect(keys(unit)).toEqual(['k1', 'k2'])
    expect([...unit.changes.keys()]).toEqual(['k1'])
  })

  it('remember what they replaced', async () => {
    const { unit } = await aUnit(['k1'])
    unit.put('k1', bytes('a'))
    unit.remove('k1')
    unit.put('k2', bytes('b'))
    expect(unit.changes.get('k1')?.before).toEqual(Uint8Array.from(bytes('old')))
    expect(unit.changes.get('k1')?.after).toBeUndefined()
    expect(unit.changes.get('k2')?.before).toBeUndefined()
  })
})
