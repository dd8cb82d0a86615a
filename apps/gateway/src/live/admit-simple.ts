import { limits } from '@camau/domain'
import * as Y from 'yjs'
import type { Decoded } from './admission.js'
import type { Place, SimpleEdit, TypedText } from './simple-edit.js'

/** What a client wrote last and is on its way to the log: letters that follow each other, as one piece. */
export type Ahead = Omit<TypedText, 'parent'>

type Store = Y.Doc['store']

/**
 * Between the neighbours of a new piece Yjs looks through what claims the same place, or hangs on what does: 0.4 µs for each, now and at
 * every later load. Where an editor typed it they stood side by side: only what others typed there meanwhile is between.
 */
const mostBetween = 64
/** A push may claim so many places of the durable text: what is on its way to the same ones is not seen. */
const mostPlaces = 2

/**
 * Whether a simple edit can be taken without trying it out: it goes on where its author's clock stands, beside text or in a text that is there, within
 * one text, where Yjs finds its place at once, and deletes only what is there. `ahead` tells of the author's own edits on their way to the log.
 * Anything doubtful is not refused here but tried out.
 */
export function fitsSimply(doc: Y.Doc, { client, typed, deleted }: SimpleEdit, ahead: Ahead | undefined): boolean {
  const { store } = doc
  const durable = client === null ? 0 : Y.getState(store, client)
  const known = ahead ? Math.max(durable, endOf(ahead)) : durable
  if (typed[0] && typed[0].clock !== known) return false
  let run = ahead
  let places = 0
  for (const piece of typed) {
    if (isFrom(durable, piece.client, piece.origin) || isFrom(durable, piece.client, piece.rightOrigin)) {
      if (!run || !isWithin(store, run, piece)) return false
    } else if (++places > mostPlaces || !isNarrow(store, piece)) return false
    run = joined(run, piece)
  }
  const end = run ? Math.max(known, endOf(run)) : known
  const isThere = deleted.every((range) => {
    const there = range.client === client ? end : Y.getState(store, range.client)
    return range.clock + range.length <= there
  })
  // Deletions sent a second time bring nothing: nobody's log should grow by them.
  return isThere && (typed.length > 0 || deleted.some((range) => !isGone(store, range)))
}

/** What is ahead when these pieces are on their way, too. */
export function aheadAfter(pieces: readonly Ahead[], ahead: Ahead | undefined): Ahead | undefined {
  return pieces.reduce(joined, ahead)
}

/** What an edit that was tried out leaves to build on: the text it ends with, if that is how it stands in the copy. */
export function textEnding(copy: Y.Doc, structs: Decoded['structs']): Ahead | null {
  const last = structs.at(-1)
  if (!(last instanceof Y.Item) || structs.some(({ id }) => id.client !== last.id.client)) return null
  const { id, length, origin, rightOrigin } = last
  if (Y.getState(copy.store, id.client) !== id.clock + length || !letterAt(copy.store, id)) return null
  return { ...id, length, origin, rightOrigin }
}

function joined(run: Ahead | undefined, piece: Ahead): Ahead {
  const goesOn = run && piece.clock === endOf(run) && isEndOf(run, piece.origin)
  if (!goesOn || !isSame(run.rightOrigin, piece.rightOrigin)) return piece
  const { client, clock, length, origin, rightOrigin } = run
  return { client, clock, length: length + piece.length, origin, rightOrigin }
}

/**
 * Whether a piece goes on at the end of what is ahead, or stands between two letters of it. Nobody else knows of those and can have placed
 * anything beside them, so that Yjs has nothing to look through.
 */
function isWithin(store: Store, run: Ahead, { origin, rightOrigin }: TypedText): boolean {
  if (isEndOf(run, origin)) {
    // What others typed meanwhile may stand behind it by now.
    return isSame(rightOrigin, run.rightOrigin) || isNarrow(store, { origin: run.origin, rightOrigin, parent: null })
  }
  if (!isFrom(run.clock, run.client, origin) || !isFrom(run.clock, run.client, rightOrigin)) return false
  return rightOrigin.clock === origin.clock + 1 && rightOrigin.clock < endOf(run)
}

const endOf = ({ clock, length }: Ahead): number => clock + length
const isFrom = (clock: number, client: number, id: Y.ID | null): id is Y.ID =>
  id?.client === client && id.clock >= clock
const isEndOf = (run: Ahead, id: Y.ID | null): boolean => id?.client === run.client && id.clock === endOf(run) - 1
const isSame = (a: Y.ID | null, b: Y.ID | null): boolean => a?.client === b?.client && a?.clock === b?.clock

/** Whether Yjs soon comes from one of these neighbours in the durable text to the other. */
function isNarrow(store: Store, { origin, rightOrigin, parent }: Place): boolean {
  const left = origin && letterAt(store, origin)
  const right = rightOrigin && letterAt(store, rightOrigin)
  if ((origin && !left) || (rightOrigin && !right)) return false
  if (left && left === right) return origin.clock < (rightOrigin?.clock ?? 0)
  const text = left?.parent ?? right?.parent ?? (parent && textAt(store, parent))
  if (!(text instanceof Y.Text) || (right && right.parent !== text)) return false
  // Where it stands within an item, Yjs comes through the rest of that one first.
  const passed = left && origin && origin.clock < left.lastId.clock ? [left] : []
  for (let at = left ? left.right : text._start; at !== right; at = at.right) {
    if (at === null || passed.length === mostBetween) return false
    // Yjs looks no further than to what belongs neither to this place nor behind what it has passed.
    const isInTheWay = isSame(at.origin, origin) || (at.origin && passed.includes(Y.getItem(store, at.origin)))
    if (!isInTheWay) return true
    passed.push(at)
  }
  return true
}

function isGone(store: Store, { client, clock }: { client: number; clock: number }): boolean {
  return clock < Y.getState(store, client) && Y.getItem(store, Y.createID(client, clock)).deleted
}

/** The item that holds this letter, if it is one and the text it is in is still there. */
function letterAt(store: Store, id: Y.ID): Y.Item | null {
  if (id.clock >= Y.getState(store, id.client)) return null
  const item = Y.getItem(store, id)
  if (!(item instanceof Y.Item) || item.parentSub !== null || !isOfText(item.content)) return null
  const { parent } = item
  return parent instanceof Y.Text && !parent._item?.deleted ? item : null
}

/** This text, if it is one that is still there, and stands no deeper than words may. */
function textAt(store: Store, id: Y.ID): Y.Text | null {
  if (id.clock >= Y.getState(store, id.client)) return null
  const item = Y.getItem(store, id)
  if (!(item instanceof Y.Item && item.content instanceof Y.ContentType)) return null
  const { type } = item.content
  if (!(type instanceof Y.XmlText)) return null
  let at: Y.Item = item
  for (let depth = 1; depth <= limits.nesting; depth++) {
    const { parent } = at
    if (!(parent instanceof Y.AbstractType)) return null
    if (parent._item === null) return type
    at = parent._item
  }
  return null
}

function isOfText(content: Y.Item['content']): boolean {
  return content instanceof Y.ContentString || content instanceof Y.ContentFormat || content instanceof Y.ContentDeleted
}
