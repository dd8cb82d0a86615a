import type { Document } from 'bson'
import { encodeDocument } from '../documents.js'
import { frame } from './frames.js'
import { opCodes, type Request } from './messages.js'

/** A batch of results whose documents are BSON already: most come from the store as they are. */
export class Batch {
  readonly field: 'firstBatch' | 'nextBatch'
  readonly documents: readonly Uint8Array[]
  /** The cursor's other fields. */
  readonly rest: Document

  constructor(field: 'firstBatch' | 'nextBatch', documents: readonly Uint8Array[], rest: Document) {
    this.field = field
    this.documents = documents
    this.rest = rest
  }
}

/** A reply's only special part: its cursor, if it has one. */
export interface Reply {
  readonly cursor?: Batch
  readonly fields: Document
}

let nextRequestId = 1

/** The bytes that answer a request. */
export function encodeReply(request: Request, reply: Reply): Buffer {
  const document = encodeFields(reply)
  nextRequestId = (nextRequestId + 1) & 0x7fffffff
  return request.legacy
    ? frame(nextRequestId, request.requestId, opCodes.reply, [legacyHead(), document])
    : frame(nextRequestId, request.requestId, opCodes.message, [Buffer.alloc(5), document])
}

/** Flags "await capable", no cursor, one document. */
function legacyHead(): Buffer {
  const head = Buffer.alloc(20)
  head.writeInt32LE(8, 0)
  head.writeInt32LE(1, 16)
  return head
}

function encodeFields({ cursor, fields }: Reply): Uint8Array {
  const plain = encodeDocument(fields)
  if (!cursor) return plain
  return document([element(3, 'cursor', encodeBatch(cursor)), inside(plain)])
}

function encodeBatch({ field, documents, rest }: Batch): Buffer {
  const elements = documents.map((bytes, index) => element(3, String(index), bytes))
  return document([element(4, field, document(elements)), inside(encodeDocument(rest))])
}

function document(elements: Uint8Array[]): Buffer {
  const size = Buffer.alloc(4)
  size.writeInt32LE(
    elements.reduce((sum, { length }) => sum + length, 5),
    0,
  )
  return Buffer.concat([size, ...elements, Buffer.alloc(1)])
}

function element(type: number, name: string, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value])
}

/** A document without its length and its end. */
function inside(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(4, -1)
}
