import { describe, expect, it } from 'vitest'
import { FrameReader, frame, largestMessage, ProtocolError } from './frames.js'
import { opCodes } from './messages.js'

const aMessage = (text: string, id = 7) => frame(id, 0, opCodes.message, [Buffer.from(text)])

const aLength = (length: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(length)
  return bytes
}

describe('cutting a stream into messages', () => {
  it('finds messages however the bytes arrive', () => {
    const stream = Buffer.concat([aMessage('one'), aMessage('two', 8), aMessage('three', 9)])
    for (let size = 1; size <= stream.length; size++) {
      const reader = new FrameReader()
      const found: string[] = []
      for (let at = 0; at < stream.length; at += size)
        for (const { body } of reader.push(stream.subarray(at, at + size))) found.push(body.toString())
      expect(found).toEqual(['one', 'two', 'three'])
    }
  })

  it('reads request number and kind', () => {
    const [found] = new FrameReader().push(aMessage('x', 1234))
    expect(found).toMatchObject({ requestId: 1234, opCode: opCodes.message })
  })

  it.each([0, 1, 15, -1, -2_147_483_648, largestMessage + 1, 2_147_483_647])(
    'refuses a length of %i at once',
    (length) => {
      expect(() => new FrameReader().push(aLength(length))).toThrow(ProtocolError)
    },
  )

  it('accepts the largest length without keeping room for it', () => {
    expect(new FrameReader().push(aLength(largestMessage))).toEqual([])
  })

  it('refuses a bad length that comes in two pieces', () => {
    const reader = new FrameReader()
    const bytes = aLength(5)
    expect(reader.push(bytes.subarray(0, 2))).toEqual([])
    expect(() => reader.push(bytes.subarray(2))).toThrow(ProtocolError)
  })
})
