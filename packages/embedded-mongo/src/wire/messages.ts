import type { Document } from 'bson'
import { decodeDocument } from '../documents.js'
import { crc32c } from './crc32c.js'
import { type Frame, ProtocolError } from './frames.js'

/** The message kinds that are spoken here. */
export const opCodes = { reply: 1, query: 2004, message: 2013 } as const

const checksumPresent = 1
const moreToCome = 2
/** Flags in the lower half must be understood; the upper half may be ignored. */
const unknownRequiredFlags = 0xffff & ~(checksumPresent | moreToCome)

/** A command as a driver sent it. */
export interface Request {
  readonly requestId: number
  readonly command: Document
  /** The sender waits for no answer. */
  readonly silent: boolean
  /** OP_QUERY, which drivers use for the first hello only and which wants OP_REPLY. */
  readonly legacy: boolean
}

/** Reads a command out of a message. Throws ProtocolError. */
export function parseRequest(frame: Frame): Request {
  try {
    if (frame.opCode === opCodes.message) return parseMessage(frame)
    if (frame.opCode === opCodes.query) return parseQuery(frame)
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    throw new ProtocolError(`A message that cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  throw new ProtocolError(`Messages of kind ${frame.opCode} are not spoken here.`)
}

function parseMessage({ requestId, body, whole }: Frame): Request {
  const flags = body.readUInt32LE(0)
  if (flags & unknownRequiredFlags) throw new ProtocolError(`Unknown message flags ${flags}.`)
  const end = flags & checksumPresent ? verifiedEnd(body, whole) : body.length
  const sections = readSections(body, end)
  const [main, second] = sections.filter(({ kind }) => kind === 'body')
  if (!main || second) throw new ProtocolError('A message has exactly one body.')
  // The body first, wherever it was: its first field is the command's name.
  const command: Document = Object.fromEntries([main, ...sections].flatMap(({ fields }) => Object.entries(fields)))
  return { requestId, command, silent: (flags & moreToCome) !== 0, legacy: false }
}

function readSections(body: Buffer, end: number): Section[] {
  const sections: Section[] = []
  for (let at = 4; at < end; ) {
    const section = readSection(body, at, end)
    sections.push(section)
    at = section.next
  }
  return sections
}

function verifiedEnd(body: Buffer, whole: Buffer): number {
  const end = body.length - 4
  if (crc32c(whole.subarray(0, -4)) !== body.readUInt32LE(end)) throw new ProtocolError('A wrong checksum.')
  return end
}

interface Section {
  readonly kind: 'body' | 'documents'
  readonly fields: Document
  readonly next: number
}

function readSection(body: Buffer, at: number, end: number): Section {
  const kind = body[at]
  const size = body.readInt32LE(at + 1)
  const next = at + 1 + size
  if (size < 5 || next > end) throw new ProtocolError('A section longer than its message.')
  const content = body.subarray(at + 1, next)
  if (kind === 0) return { kind: 'body', fields: decodeDocument(content), next }
  if (kind === 1) return { kind: 'documents', fields: readSequence(content), next }
  throw new ProtocolError(`Sections of kind ${kind} are not spoken here.`)
}

/** Kind 1: a field's documents one after another, outside the body's 16 MB. */
function readSequence(content: Buffer): Document {
  const nameEnd = content.indexOf(0, 4)
  if (nameEnd < 0) throw new ProtocolError('A document sequence without a name.')
  const documents: Document[] = []
  for (let at = nameEnd + 1; at < content.length; ) {
    const size = content.readInt32LE(at)
    if (size < 5 || at + size > content.length) throw new ProtocolError('A document longer than its section.')
    documents.push(decodeDocument(content.subarray(at, at + size)))
    at += size
  }
  return { [content.toString('utf8', 4, nameEnd)]: documents }
}

function parseQuery({ requestId, body }: Frame): Request {
  const nameEnd = body.indexOf(0, 4)
  const namespace = body.toString('utf8', 4, nameEnd)
  if (nameEnd < 0 || !namespace.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY is for the first hello only.')
  const at = nameEnd + 9
  const query = decodeDocument(body.subarray(at, at + body.readInt32LE(at)))
  const command = '$query' in query ? query.$query : query
  return { requestId, command: { ...command, $db: namespace.slice(0, -5) }, silent: false, legacy: true }
}
