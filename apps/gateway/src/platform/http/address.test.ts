import { describe, expect, it } from 'vitest'
import { addressBehind } from './address.js'

const request = (told?: string) =>
  ({ headers: { ...(told && { 'x-forwarded-for': told }) }, socket: { remoteAddress: '10.0.0.7' } }) as Parameters<
    ReturnType<typeof addressBehind>
  >[0]

describe('where a request comes from', () => {
  it.each([
    ['nobody stands before us: what is claimed is not believed', 0, '192.0.2.1', '10.0.0.7'],
    ['one proxy: what it was called by', 1, '192.0.2.1', '192.0.2.1'],
    ['one proxy, and a claim before it', 1, '198.51.100.9, 192.0.2.1', '192.0.2.1'],
    ['two proxies: what the first of them was called by', 2, '198.51.100.9, 192.0.2.1, 10.0.0.3', '192.0.2.1'],
    ['one proxy that says nothing', 1, undefined, '10.0.0.7'],
    ['two proxies, of which one says nothing', 2, '10.0.0.3', '10.0.0.7'],
  ])('%s', (_, proxies, told, expected) => {
    expect(addressBehind(proxies)(request(told))).toBe(expected)
  })
})
