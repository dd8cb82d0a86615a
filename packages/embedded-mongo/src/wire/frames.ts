/** MongoDB's own limit, told to drivers in `hello`. */
export const largestMessage = 48_000_000

const headerLength = 16

/** Raised for bytes that are not the protocol. Nothing after them can be trusted, so the connection is closed. */
export class ProtocolError extends Error {}

/** One message as it came. */
export interface Frame {
  readonly requestId: number
  readonly opCode: number
  /** What follows the header. */
  readonly body: Buffer
  /** The message with its header, which a checksum covers. */
  readonly whole: Buffer
}

/** Cuts a stream of bytes into messages. */
export class FrameReader {
  #pieces: Buffer[] = []
  #length = 0

  /** The messages completed by these bytes. A length is judged as soon as it is known, before anything is kept for it. */
  push(bytes: Buffer): Frame[] {
    this.#pieces.push(bytes)
    this.#length += bytes.length
    const frames: Frame[] = []
    while (this.#length >= 4) {
      const length = checkedLength(this.#peekLength())
      if (this.#length < length) break
      frames.push(parseFrame(this.#take(length)))
    }
    return frames
  }

  #peekLength(): number {
    if ((this.#pieces[0]?.length ?? 0) < 4) this.#pieces = [Buffer.concat(this.#pieces)]
    return this.#pieces[0]?.readInt32LE(0) ?? 0
  }

  #take(length: number): Buffer {
    const [first] = this.#pieces
    const all = this.#pieces.length === 1 && first ? first : Buffer.concat(this.#pieces)
    this.#pieces = all.length > length ? [all.subarray(length)] : []
    this.#length -= length
    return all.subarray(0, length)
  }
}

function checkedLength(length: number): number {
  if (length >= headerLength && length <= largestMessage) return length
  throw new ProtocolError(`A message of ${length} bytes: between ${headerLength} and ${largestMessage} are allowed.`)
}

function parseFrame(whole: Buffer): Frame {
  return { requestId: whole.readInt32LE(4), opCode: whole.readInt32LE(12), body: whole.subarray(headerLength), whole }
}

/** Puts a header before a body. */
export function frame(requestId: number, responseTo: number, opCode: number, body: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(headerLength)
  const length = body.reduce((sum, part) => sum + part.length, headerLength)
  header.writeInt32LE(length, 0)
  header.writeInt32LE(requestId, 4)
  header.writeInt32LE(responseTo, 8)
  header.writeInt32LE(opCode, 12)
  return Buffer.concat([header, ...body], length)
}
