import type { Socket } from 'node:net'
import type { ServerEvents } from '@camau/protocol'
import type { LiveSocket } from './caller.js'

/** A message as it goes over the wire, written once for everybody who gets it. */
export interface Frame {
  /** What Engine.IO would have framed. */
  data: string
  bytes: readonly [Buffer]
}

/** What is sent with every keystroke: a hundred receivers must not cost a hundred encodings. */
export type Frequent = 'document:updated' | 'document:saved' | 'presence'

const text = 0x81
const engineMessage = 0x34

/** A Socket.IO event as one unmasked WebSocket frame. */
export function framed<Event extends Frequent>(event: Event, message: Parameters<ServerEvents[Event]>[0]): Frame {
  const data = `2${JSON.stringify([event, message])}`
  const length = 1 + Buffer.byteLength(data)
  const head = headOf(length)
  const bytes = Buffer.allocUnsafe(head.length + length)
  bytes.set(head)
  bytes[head.length] = engineMessage
  bytes.write(data, head.length + 1)
  return { data, bytes: [bytes] }
}

function headOf(length: number): number[] {
  if (length < 126) return [text, length]
  if (length < 65_536) return [text, 126, length >> 8, length & 0xff]
  return [text, 127, 0, 0, 0, 0, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff]
}

interface Line {
  readyState: string
  writeBuffer: readonly unknown[]
  transport: {
    writable: boolean
    socket?: {
      readyState: number
      _sender?: { sendFrame?: (bytes: readonly Buffer[]) => void }
      _socket?: Pick<Socket, 'cork' | 'uncork'> | null
    }
  }
  write(data: string, options: object): void
}

/**
 * Hands a frame to the socket beneath Socket.IO and Engine.IO, whose own ways cost as much again as the write itself. What they hold
 * back must go first: then it takes its place behind it. Not among their public methods: a guard test notices if an upgrade moves them.
 */
export function post({ conn }: LiveSocket, { data, bytes }: Frame): void {
  const line = conn as unknown as Line
  const { writable, socket } = line.transport
  const sender = socket?._sender
  const isFree = line.readyState === 'open' && writable && line.writeBuffer.length === 0 && socket?.readyState === 1
  if (isFree && sender?.sendFrame) sender.sendFrame(bytes)
  else line.write(data, { wsPreEncodedFrame: bytes })
}

/** Whatever is posted to these before others have their turn goes over each line as one write. */
export function inOneWrite(sockets: Iterable<LiveSocket>): void {
  const corked = [...sockets].flatMap(({ conn }) => (conn as unknown as Line).transport.socket?._socket ?? [])
  for (const line of corked) line.cork()
  // After all that is done at once when a write to the log has come back: the promises that wait for it are carried out first.
  process.nextTick(() => {
    for (const line of corked) line.uncork()
  })
}
