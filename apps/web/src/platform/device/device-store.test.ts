import { beforeEach, expect, it, vi } from 'vitest'

const { asked } = vi.hoisted(() => ({ asked: [] as { terminated: () => void }[] }))
vi.mock('idb', () => ({
  openDB: async (_name: string, _version: number, callbacks: { terminated: () => void }) => {
    asked.push(callbacks)
    if (asked.length === 1) throw new Error('the disk is full')
    return { number: asked.length }
  },
}))
beforeEach(() => void asked.splice(0))

it('is opened anew when it could not be opened, and when the browser has closed it', async () => {
  const { deviceStore } = await import('./device-store')
  await expect(deviceStore()).rejects.toThrow('the disk is full')
  expect(await deviceStore()).toEqual({ number: 2 })
  expect(await deviceStore()).toEqual({ number: 2 })
  asked.at(-1)?.terminated()
  expect(await deviceStore()).toEqual({ number: 3 })
})
