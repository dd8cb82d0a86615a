import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TextRow } from './device-store'
import { keepingFor, restrictedHere } from './keeping'
import { forgetTexts, textCopies } from './texts'

const device = vi.hoisted(() => new Map<string, TextRow>())
vi.mock('idb', () => ({
  openDB: async () => ({
    get: async (_: 'texts', key: string[]) => device.get(key.join()),
    getAll: async () => [...device.values()],
    put: async (_: 'texts', row: TextRow) => void device.set([row.personId, row.documentId].join(), row),
    delete: async (_: 'texts', key: string[]) => void device.delete(key.join()),
  }),
}))

const copy = { epoch: 1, readOnly: false, updates: [] }

function copiesOf(personId: string) {
  const copies = textCopies(personId)
  if (!copies) throw new Error('this device keeps nothing')
  return copies
}

/** Says what may be kept, and gives what is on the device after everything that waited for it. */
async function onDeviceOnceKnown() {
  restrictedHere.set(new Set())
  keepingFor.set('p-1')
  await copiesOf('p-1').put('minutes:last', copy)
  return [...device.values()].map(({ documentId }) => documentId)
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', {})
  device.clear()
  keepingFor.set(null)
  restrictedHere.set(null)
  return () => vi.unstubAllGlobals()
})

describe('a text that was opened before it was known what may be kept', () => {
  it('is kept once that is known, also where somebody else’s copy of it was dropped', async () => {
    await copiesOf('p-1').put('minutes:early', copy)
    await copiesOf('p-2').forget('minutes:early')
    expect(device.size).toBe(0)
    expect(await onDeviceOnceKnown()).toEqual(['minutes:early', 'minutes:last'])
  })

  it('is not written afterwards when its copy was dropped meanwhile', async () => {
    await copiesOf('p-1').put('minutes:redacted', copy)
    await copiesOf('p-1').forget('minutes:redacted')
    expect(await onDeviceOnceKnown()).toEqual(['minutes:last'])
  })

  it('is not written afterwards when all of that person’s were dropped meanwhile', async () => {
    await copiesOf('p-1').put('minutes:left', copy)
    await forgetTexts('p-1')
    expect(await onDeviceOnceKnown()).toEqual(['minutes:last'])
  })
})
