import type { LiveServer } from './caller.js'

interface Framed {
  wsPreEncodedFrame?: Buffer[]
}

/**
 * Socket.IO writes the frame of a broadcast once for a whole room, but as two buffers, which costs Node a gathered write for each receiver.
 * In one buffer it costs a plain one. Not among its public methods: a guard test notices if an upgrade goes another way.
 */
export function frameInOnePiece(io: LiveServer): void {
  const { adapter } = io.of('/')
  const encode: unknown = Reflect.get(adapter, '_encode')
  if (typeof encode !== 'function') return
  Reflect.set(adapter, '_encode', (packet: unknown, options: Framed): unknown => {
    const encoded: unknown = encode.call(adapter, packet, options)
    if (options.wsPreEncodedFrame) options.wsPreEncodedFrame = [Buffer.concat(options.wsPreEncodedFrame)]
    return encoded
  })
}
