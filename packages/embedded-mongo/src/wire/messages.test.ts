import { type Document, serialize } from 'bson'
import { describe, expect, it } from 'vitest'
import { crc32c } from './crc32c.js'
import { type Frame, FrameReader, frame, ProtocolError } from './frames.js'
import { opCodes, parseRequest } from './messages.js'

const flags = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const aBody = (document: Document) => Buffer.concat([Buffer.from([0]), serialize(document)])

const aSequence = (name: string, documents: Document[]) => {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((each) => serialize(each))])
  const size = Buffer.alloc(4)
  size.writeInt32LE(content.length + 4)
  return Buffer.concat([Buffer.from([1]), size, content])
}

const received = (opCode: number, parts: Buffer[]): Frame => {
  const [found] = new FrameReader().push(frame(5, 0, opCode, parts))
  if (!found) throw new Error('no frame')
  return found
}

const message = (...parts: Buffer[]) => received(opCodes.message, parts)

describe('reading a command', () => {
  it('takes a body and document sequences together', () => {
    const sequence = aSequence('documents', [{ a: 1 }, { a: 2 }])
    const request = parseRequest(message(flags(0), aBody({ insert: 'x', $db: 'd' }), sequence))
    expect(request.command).toMatchObject({ insert: 'x', $db: 'd' })
    expect(request.command.documents).toHaveLength(2)
    expect(request).toMatchObject({ requestId: 5, silent: false, legacy: false })
  })

  it('takes the sequence before the body', () => {
    const request = parseRequest(
      message(flags(0), aSequence('documents', [{ a: 1 }]), aBody({ insert: 'x', $db: 'd' })),
    )
    expect(Object.keys(request.command)[0]).toBe('insert')
  })

  it('keeps types of numbers', () => {
    const { command } = parseRequest(message(flags(0), aBody({ ping: 1, $db: 'd' })))
    expect(command.ping._bsontype).toBe('Int32')
  })

  it('knows that "more to come" wants no answer', () => {
    expect(parseRequest(message(flags(2), aBody({ ping: 1 }))).silent).toBe(true)
  })

  it('verifies a checksum', () => {
    const signed = (crc: (bytes: Buffer) => number) => {
      const whole = frame(5, 0, opCodes.message, [flags(1), aBody({ ping: 1 }), Buffer.alloc(4)])
      whole.writeUInt32LE(crc(whole.subarray(0, -4)), whole.length - 4)
      return new FrameReader().push(whole)
    }
    const [good] = signed(crc32c)
    const [bad] = signed((bytes) => (crc32c(bytes) ^ 1) >>> 0)
    expect(good && parseRequest(good).command.ping.value).toBe(1)
    expect(() => bad && parseRequest(bad)).toThrow(ProtocolError)
  })

  it('computes the checksum as others do', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
  })

  it('reads the first hello, an OP_QUERY', () => {
    const head = Buffer.concat([flags(0), Buffer.from('admin.$cmd\0'), flags(0), flags(1)])
    const request = parseRequest(received(opCodes.query, [head, Buffer.from(serialize({ isMaster: 1 }))]))
    expect(request.legacy).toBe(true)
    expect(request.command).toMatchObject({ $db: 'admin' })
  })
})

describe('bytes that are no command', () => {
  const tooLong = aBody({ ping: 1 })
  tooLong.writeInt32LE(1_000_000, 1)
  const tooShort = aBody({ ping: 1 })
  tooShort.writeInt32LE(3, 1)
  const nameless = Buffer.concat([Buffer.from([1]), flags(9), Buffer.from('abcde')])
  const innerTooLong = aSequence('documents', [{ a: 1 }])
  innerTooLong.writeInt32LE(500, 15)
  const wrongString = aBody({ a: 'text' })
  wrongString.writeInt32LE(900, 8)

  it.each<[string, Frame]>([
    ['no flags at all', message(Buffer.alloc(2))],
    ['no sections', message(flags(0))],
    ['an unknown flag', message(flags(1 << 9), aBody({ ping: 1 }))],
    ['an unknown section', message(flags(0), Buffer.from([9]), Buffer.alloc(20))],
    ['two bodies', message(flags(0), aBody({ ping: 1 }), aBody({ ping: 1 }))],
    ['only a sequence', message(flags(0), aSequence('documents', []))],
    ['a body longer than the message', message(flags(0), tooLong)],
    ['a body shorter than a document', message(flags(0), tooShort)],
    ['a sequence without a name', message(flags(0), aBody({ ping: 1 }), nameless)],
    ['a document longer than its sequence', message(flags(0), aBody({ insert: 'x' }), innerTooLong)],
    ['a string longer than its document', message(flags(0), wrongString)],
    ['a checksum without room for it', message(flags(1), Buffer.alloc(2))],
    ['a compressed message', received(2012, [Buffer.alloc(30)])],
    ['an OP_QUERY for a collection', received(opCodes.query, [flags(0), Buffer.from('db.things\0'), Buffer.alloc(20)])],
    ['an OP_QUERY that ends early', received(opCodes.query, [flags(0), Buffer.from('admin.$cmd\0')])],
  ])('are refused: %s', (_, bytes) => {
    expect(() => parseRequest(bytes)).toThrow(ProtocolError)
  })
})
