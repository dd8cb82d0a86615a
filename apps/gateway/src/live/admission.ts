import { setImmediate as turn } from 'node:timers/promises'
import type { DocumentSchema } from '@camau/collab'
import { limits, Refusal } from '@camau/domain'
import * as Y from 'yjs'
import { checkContent } from './admit-content.js'
import { checkPlace } from './admit-place.js'
import { type Account, perPiece, stopwatch } from './effort.js'
import { piecesAtOnce, slices } from './slices.js'

/** The Yjs client id of what the server itself writes (first content); nobody may claim it. */
export const serverClient = 1

/** The structs of an update, read without touching any document. */
export type Decoded = ReturnType<typeof Y.decodeUpdate>

// Deleting leaves clock ranges without bytes, so the clock may run ahead of the size, but not without bound.
const mostClocks = limits.update
/** Structs and deleted ranges of one update; and what each struct names or holds: where it hangs, under which name, and its words or value. */
const mostStructs = 200_000
const mostValues = 3
/** Few enough structs and ranges that they cannot take long: asking for the time would take longer. */
const small = 512
/** Beyond this an update is tried out beforehand, in steps, see `inSteps`. */
export const large = 16_384
/** Microseconds that an update may take beyond what slices of honest ones do. */
const budget = (bytes: number) => 75_000 + bytes
/** What a slice may take, and all slices of an update together. A bomb's slices take longer the more of them there have been. */
const usualSlice = piecesAtOnce * perPiece
const usualSlices = 100_000

/** Reads V1 bytes; V2 is never run on what a client sends, for its decoder can be made to hang. */
export function decode(update: Uint8Array): Decoded {
  if (update.length === 0 || update.length > limits.update) throw new Refusal('too-large')
  try {
    return Y.decodeUpdateV2(update, CountingDecoder)
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Reads V1 bytes no further than to the limit: what becomes an object takes up to a hundred times the memory of its bytes. */
class CountingDecoder extends Y.UpdateDecoderV1 {
  private pieces = mostStructs
  private values = mostStructs * mostValues

  override readInfo(): number {
    if (--this.pieces < 0) throw new Refusal('too-large')
    return super.readInfo()
  }

  override readDsClock(): number {
    if (--this.pieces < 0) throw new Refusal('too-large')
    return super.readDsClock()
  }

  override readString(): string {
    if (--this.values < 0) throw new Refusal('too-large')
    return super.readString()
  }

  override readAny(): unknown {
    if (--this.values < 0) throw new Refusal('too-large')
    return super.readAny()
  }
}

/** The client ids that bring something the document does not have, each with where they go on and end. */
export function newcomers(doc: Y.Doc, { structs }: Decoded): Map<number, { from: number; to: number }> {
  const ranges = new Map<number, { from: number; to: number }>()
  for (const { id, length } of structs) {
    const to = id.clock + length
    if (to <= Y.getState(doc.store, id.client)) continue
    const range = ranges.get(id.client)
    ranges.set(id.client, { from: Math.min(range?.from ?? id.clock, id.clock), to: Math.max(range?.to ?? to, to) })
  }
  return ranges
}

/**
 * Everything that can be seen without applying: kinds of content, clocks without gaps, nothing built on or deleted that is not there.
 * Throws Refusal. `doc` is only read.
 */
export function checkDecoded(doc: Y.Doc, schema: DocumentSchema, decoded: Decoded): void {
  const next = new Map<number, number>()
  const ends = new Map<number, number>()
  for (const { id, length } of decoded.structs)
    ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length))
  const isThere = (id: Y.ID | null): boolean =>
    id === null || id.clock < Math.max(Y.getState(doc.store, id.client), ends.get(id.client) ?? 0)
  for (const struct of decoded.structs) {
    checkClock(doc, struct, next)
    if (!(struct instanceof Y.Item)) continue
    if (!isThere(struct.origin) || !isThere(struct.rightOrigin)) throw new Refusal('gap')
    if (struct.parent instanceof Y.ID && !isThere(struct.parent)) throw new Refusal('gap')
    checkContent(schema, struct)
  }
  for (const [client, ranges] of decoded.ds.clients) {
    for (const { clock, len } of ranges) {
      if (len < 1 || !Number.isSafeInteger(clock + len)) throw new Refusal('malformed')
      if (!isThere(Y.createID(client, clock + len - 1))) throw new Refusal('gap')
    }
  }
}

function checkClock(doc: Y.Doc, struct: Y.Item | Y.GC | Y.Skip, next: Map<number, number>): void {
  const { client, clock } = struct.id
  const known = Y.getState(doc.store, client)
  if (client > 0xffffffff || struct.length < 1 || !Number.isSafeInteger(clock + struct.length))
    throw new Refusal('malformed')
  if (struct instanceof Y.Skip) throw new Refusal('gap')
  if (clock > (next.get(client) ?? known)) throw new Refusal('gap')
  if (clock + struct.length - known > mostClocks) throw new Refusal('too-large')
  next.set(client, clock + struct.length)
}

/**
 * Applies the update to a scratch copy and looks at where everything came to stand. Gives what it brought, written anew by Yjs
 * (so that neither stray bytes nor a second telling of known edits are kept); null when it brought nothing. `isTried`: slice by slice
 * it went well already.
 * Throws Refusal; the scratch copy may then be spoilt and must be thrown away.
 */
export function admit(
  scratch: Y.Doc,
  schema: DocumentSchema,
  update: Uint8Array,
  decoded: Decoded,
  isTried = false,
): Uint8Array | null {
  const before = [...newcomers(scratch, decoded).keys()].map((id) => Y.createID(id, Y.getState(scratch.store, id)))
  const taken = stopwatch()
  const brought = applied(scratch, () => {
    if (update.length > small && !isTried) for (const _ of slicesInTime(scratch, schema, decoded, update.length));
    Y.applyUpdate(scratch, update)
  })
  // Yjs goes through a whole update in an order of its own: that must not take longer.
  if (isTried && taken() > usualSlices + budget(update.length)) throw new Refusal('too-large')
  if (scratch.store.pendingStructs !== null || scratch.store.pendingDs !== null) throw new Refusal('gap')
  for (const from of before) checkPlaces(scratch, schema, from)
  return brought
}

/** As long as others wait for one step, in milliseconds. */
const step = 5

/**
 * Tries a large update out on a copy of its own, which is of no use afterwards, and lets everybody else have their turn in between.
 * Throws Refusal.
 */
export async function inSteps(
  copy: Y.Doc,
  schema: DocumentSchema,
  decoded: Decoded,
  bytes: number,
  stepping: Account['stepping'],
): Promise<void> {
  const working = stepping(decoded.structs.length)
  const tried = slicesInTime(copy, schema, decoded, bytes)
  const isDone = (): boolean => {
    const began = performance.now()
    do if (tried.next().done) return true
    while (performance.now() - began < step)
    return false
  }
  try {
    while (!working(isDone)) await turn()
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Slice by slice: what stands too deep, or takes too long, is seen before it costs more. */
function* slicesInTime(copy: Y.Doc, schema: DocumentSchema, decoded: Decoded, bytes: number): Generator<void> {
  let spent = 0
  let spare = usualSlices
  let taken = stopwatch()
  for (const { update, first } of slices(decoded)) {
    Y.applyUpdate(copy, update)
    if (first) checkPlaces(copy, schema, first)
    const took = taken()
    const usual = Math.min(took, usualSlice, spare)
    spare -= usual
    spent += took - usual
    if (spent > budget(bytes)) throw new Refusal('too-large')
    yield
    taken = stopwatch()
  }
}

const asRefusal = (error: unknown): Refusal => (error instanceof Refusal ? error : new Refusal('malformed'))

function applied(scratch: Y.Doc, apply: () => void): Uint8Array | null {
  const brought: Uint8Array[] = []
  const note = (bytes: Uint8Array): void => void brought.push(bytes)
  scratch.on('update', note)
  try {
    scratch.transact(apply)
  } catch (error) {
    throw asRefusal(error)
  } finally {
    scratch.off('update', note)
  }
  return brought.length > 0 ? Y.mergeUpdates(brought) : null
}

function checkPlaces(scratch: Y.Doc, schema: DocumentSchema, { client, clock: from }: Y.ID): void {
  const structs = scratch.store.clients.get(client) ?? []
  // From the end: what is new stands last, and a long document has many before it.
  for (let at = structs.length - 1; at >= 0; at--) {
    const struct = structs[at]
    if (!struct || struct.id.clock + struct.length <= from) return
    if (struct instanceof Y.Item && !struct.deleted) checkPlace(schema, struct)
  }
}
