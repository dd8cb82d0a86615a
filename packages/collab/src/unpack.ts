/** Whether packed states can be read here: every browser of the last years can, and Node. */
export const canUnpack = typeof DecompressionStream === 'function'

/** The bytes of a packed state. */
export async function unpack(packed: Uint8Array | ArrayBuffer): Promise<Uint8Array> {
  const stream = new Blob([packed instanceof ArrayBuffer ? packed : packed.slice()])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
