/** Whether packed states can be read here: every browser of the last years can, and Node. */
export const canUnpack = typeof DecompressionStream === 'function'

/** The bytes of a packed state. */
export async function unpack(packed: Uint8Array | ArrayBuffer): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip')
  const writer = writable.getWriter()
  const written = Promise.all([writer.write(packed instanceof ArrayBuffer ? packed : packed.slice()), writer.close()])
  const [bytes] = await Promise.all([new Response(readable).arrayBuffer(), written])
  return new Uint8Array(bytes)
}
