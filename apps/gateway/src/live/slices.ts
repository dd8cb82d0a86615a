import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]
interface Queue {
  structs: Struct[]
  at: number
}

/** Part of an update, and the first of the pieces in it; null where it only deletes. */
export interface Slice {
  update: Uint8Array
  first: Y.ID | null
}

/** So many pieces can hardly take long, however they are placed. */
export const piecesAtOnce = 32

/**
 * An update as many small ones, in an order in which each can be applied: Yjs cannot be stopped while it applies one, and where many
 * pieces claim the same place it takes time by the square of their number. Whoever applies them looks at the clock in between.
 */
export function* slices({ structs, ds }: Decoded): Iterable<Slice> {
  let run: Struct[] = []
  for (const struct of inOrder(structs)) {
    const isOther = run[0] !== undefined && run[0].id.client !== struct.id.client
    if (isOther || run.length === piecesAtOnce) {
      yield structsAlone(run)
      run = []
    }
    run.push(struct)
  }
  if (run.length > 0) yield structsAlone(run)
  for (const [client, ranges] of ds.clients) {
    for (let at = 0; at < ranges.length; at += piecesAtOnce)
      yield { update: deletionsAlone(client, ranges.slice(at, at + piecesAtOnce)), first: null }
  }
}

/** What a piece stands beside or in comes before it. Pieces that wait for each other in a circle are left out: applied whole, they show as a gap. */
function* inOrder(structs: readonly Struct[]): Iterable<Struct> {
  const queues = new Map<number, Queue>()
  for (const struct of structs) {
    const queue = queues.get(struct.id.client) ?? { structs: [], at: 0 }
    queue.structs.push(struct)
    queues.set(struct.id.client, queue)
  }
  for (const [client, queue] of queues) {
    const asked = [client]
    while (queue.at < queue.structs.length) {
      const top = queues.get(asked.at(-1) ?? client) ?? queue
      const next = top.structs[top.at]
      const first = next && neighbours(next).find((id) => isToCome(queues.get(id.client), id))?.client
      if (first !== undefined && asked.includes(first)) return
      if (first !== undefined) asked.push(first)
      else {
        if (next) yield next
        top.at++
        if (asked.length > 1) asked.pop()
      }
    }
  }
}

const isToCome = (queue: Queue | undefined, { clock }: Y.ID): boolean => {
  const next = queue?.structs[queue.at]
  return next !== undefined && next.id.clock <= clock
}

function neighbours(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent, id } = struct
  return [origin, rightOrigin, parent].filter((one) => one instanceof Y.ID).filter(({ client }) => client !== id.client)
}

function structsAlone(run: readonly Struct[]): Slice {
  const encoder = new Y.UpdateEncoderV1()
  const first = run[0]?.id ?? Y.createID(0, 0)
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, run.length)
  encoder.writeClient(first.client)
  encoding.writeVarUint(encoder.restEncoder, first.clock)
  for (const struct of run) struct.write(encoder, 0)
  encoding.writeVarUint(encoder.restEncoder, 0)
  return { update: encoder.toUint8Array(), first }
}

function deletionsAlone(client: number, ranges: readonly { clock: number; len: number }[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, 0)
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoder.resetDsCurVal()
  encoding.writeVarUint(encoder.restEncoder, client)
  encoding.writeVarUint(encoder.restEncoder, ranges.length)
  for (const { clock, len } of ranges) {
    encoder.writeDsClock(clock)
    encoder.writeDsLen(len)
  }
  return encoder.toUint8Array()
}
