import { limits } from '@camau/domain'
import * as Y from 'yjs'
import type { SimpleEdit } from './simple-edit.js'

/** How far a client's edits on their way to the log reach, and from which clock on all of it is typed text. */
export interface Ahead {
  textFrom: number
  end: number
}

/**
 * Whether a simple edit can be taken without trying it out: it goes on where its author's clock stands, beside text or in a text that is there, within
 * one text, and deletes only what is there. `ahead` tells of the author's own edits on their way to the log.
 * Anything doubtful is not refused here but tried out.
 */
export function fitsSimply(doc: Y.Doc, { client, typed, deleted }: SimpleEdit, ahead: Ahead | undefined): boolean {
  const { store } = doc
  const known = client === null ? 0 : Math.max(Y.getState(store, client), ahead?.end ?? 0)
  const end = typed.reduce((clock, { length }) => clock + length, known)
  if (typed[0] && typed[0].clock !== known) return false
  const isOnItsWay = (id: Y.ID): boolean => id.client === client && id.clock >= Y.getState(store, client)
  for (const { clock, origin, rightOrigin, parent: first } of typed) {
    if (first && !isTextAt(store, first)) return false
    let parent: Y.Text | null = null
    for (const id of [origin, rightOrigin]) {
      if (!id) continue
      if (isOnItsWay(id)) {
        if (id.clock >= clock || id.clock < (ahead?.textFrom ?? known)) return false
        continue
      }
      const text = textAt(store, id)
      if (!text || (parent && parent !== text)) return false
      parent = text
    }
  }
  const isThere = deleted.every((range) => {
    const there = range.client === client ? end : Y.getState(store, range.client)
    return range.clock + range.length <= there
  })
  // Deletions sent a second time bring nothing: nobody's log should grow by them.
  return isThere && (typed.length > 0 || deleted.some((range) => !isGone(store, range)))
}

function isGone(store: Y.Doc['store'], { client, clock }: { client: number; clock: number }): boolean {
  return clock < Y.getState(store, client) && Y.getItem(store, Y.createID(client, clock)).deleted
}

/** What an edit that was tried out leaves to build on: the text it ends with, as it stands in the copy. */
export function textEnding(copy: Y.Doc, structs: readonly { id: Y.ID; length: number }[]): [number, Ahead] | null {
  const last = structs.at(-1)
  if (!last || structs.some(({ id }) => id.client !== last.id.client)) return null
  const end = last.id.clock + last.length
  if (Y.getState(copy.store, last.id.client) !== end || !textAt(copy.store, last.id)) return null
  return [last.id.client, { textFrom: last.id.clock, end }]
}

/** The text that holds this character, if it is one and the text is still there. */
function textAt(store: Y.Doc['store'], id: Y.ID): Y.Text | null {
  if (id.clock >= Y.getState(store, id.client)) return null
  const item = Y.getItem(store, id)
  if (!(item instanceof Y.Item) || item.parentSub !== null || !isOfText(item.content)) return null
  const { parent } = item
  return parent instanceof Y.Text && !parent._item?.deleted ? parent : null
}

/** Whether this is a text that is still there, and stands no deeper than words may. */
function isTextAt(store: Y.Doc['store'], id: Y.ID): boolean {
  if (id.clock >= Y.getState(store, id.client)) return false
  const item = Y.getItem(store, id)
  if (!(item instanceof Y.Item && item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlText))
    return false
  let at: Y.Item = item
  for (let depth = 1; depth <= limits.nesting; depth++) {
    const { parent } = at
    if (!(parent instanceof Y.AbstractType)) return false
    if (parent._item === null) return true
    at = parent._item
  }
  return false
}

function isOfText(content: Y.Item['content']): boolean {
  return content instanceof Y.ContentString || content instanceof Y.ContentFormat || content instanceof Y.ContentDeleted
}
