import { type DocumentSchema, nodesOf, plainText } from '@camau/collab'
import { type AuthoredRun, authoredRuns } from '@camau/collab/authored-blocks'
import * as Y from 'yjs'
import { align } from './align.js'
import { slice, wordSteps } from './compare-texts.js'

/** What a restore needs beside the two documents. */
export interface Restoring {
  schema: DocumentSchema
  /** The Yjs client id under which a run comes back: its author's, not the restorer's. */
  clientFor: (run: AuthoredRun) => number
  /** Under which everything else is done. */
  own: number
}

type Parent = Y.XmlFragment | Y.XmlElement
type Child = Y.XmlElement | Y.XmlText

/**
 * Makes a document say what another one says, touching only what differs. Blocks that go lose their words and stay empty:
 * somebody may be typing in them this moment, and what they type must have a place to stand. Gives the ids of those blocks.
 */
export function restoreText(doc: Y.Doc, source: Y.Doc, restoring: Restoring): Y.ID[] {
  const emptied: Y.ID[] = []
  doc.transact(() => {
    doc.clientID = restoring.own
    for (const [name, kind] of Object.entries(restoring.schema.roots)) {
      if (kind === 'text') become(doc.getText(name), source.getText(name), restoring)
      else becomeChildren(doc.getXmlFragment(name), source.getXmlFragment(name), restoring, emptied)
    }
  })
  return emptied
}

/** Takes blocks away that a restore emptied and nobody has written in since. */
export function clearEmptied(
  doc: Y.Doc,
  emptied: readonly Y.ID[],
  { schema, own }: Pick<Restoring, 'schema' | 'own'>,
): void {
  // A root is what it is only once somebody asked for it as such.
  for (const [name, kind] of Object.entries(schema.roots)) if (kind === 'xml') doc.getXmlFragment(name)
  doc.transact(() => {
    doc.clientID = own
    for (const id of emptied) {
      const item = Y.getState(doc.store, id.client) > id.clock ? Y.getItem(doc.store, id) : null
      if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentType)) continue
      const { type } = item.content
      const { parent } = item
      if (!(type instanceof Y.XmlElement) || !(parent instanceof Y.XmlElement || parent instanceof Y.XmlFragment))
        continue
      if (plainText(type) === '' && parent.length > 1) parent.delete(parent.toArray().indexOf(type), 1)
    }
  })
}

function becomeChildren(target: Parent, source: Parent, restoring: Restoring, emptied: Y.ID[]): void {
  let at = 0
  for (const [mine, theirs] of align(childrenOf(target).map(placed), childrenOf(source).map(placed))) {
    if (!theirs) at += leave(target, mine.child, at, emptied)
    else if (!mine) insertCopy(target, at++, theirs.child, restoring)
    else {
      becomeChild(mine.child, theirs.child, restoring, emptied)
      at++
    }
  }
}

function becomeChild(mine: Child, theirs: Child, restoring: Restoring, emptied: Y.ID[]): void {
  if (mine instanceof Y.XmlText && theirs instanceof Y.XmlText) become(mine, theirs, restoring)
  if (!(mine instanceof Y.XmlElement && theirs instanceof Y.XmlElement)) return
  becomeAttributes(mine, theirs)
  becomeChildren(mine, theirs, restoring, emptied)
}

function becomeAttributes(mine: Y.XmlElement, theirs: Y.XmlElement): void {
  const wanted = theirs.getAttributes()
  for (const name of Object.keys(mine.getAttributes())) if (!(name in wanted)) mine.removeAttribute(name)
  for (const [name, value] of Object.entries(wanted))
    if (value !== undefined && mine.getAttribute(name) !== value) mine.setAttribute(name, value)
}

/** Words go at once, blocks a little later; breaks and records have no words to wait for. Gives how many children stay. */
function leave(target: Parent, child: Child, at: number, emptied: Y.ID[]): 0 | 1 {
  const texts = child instanceof Y.XmlText ? [child] : textsIn(child)
  for (const text of texts) text.delete(0, text.length)
  const id = child._item?.id
  if (child instanceof Y.XmlText) return 1
  if (id && isBlock(child)) {
    emptied.push(id)
    return 1
  }
  target.delete(at, 1)
  return 0
}

const isBlock = ({ nodeName }: Y.XmlElement): boolean => !nodeName.endsWith('Ref') && nodeName !== 'hardBreak'

function textsIn(element: Y.XmlElement): Y.XmlText[] {
  return childrenOf(element).flatMap((child) => (child instanceof Y.XmlText ? [child] : textsIn(child)))
}

function insertCopy(target: Parent, at: number, child: Child, restoring: Restoring): void {
  if (child instanceof Y.XmlText) {
    const text = new Y.XmlText()
    target.insert(at, [text])
    insertRuns(text, 0, authoredRuns(child), restoring)
    return
  }
  const element = new Y.XmlElement(child.nodeName)
  target.insert(at, [element])
  becomeAttributes(element, child)
  childrenOf(child).forEach((one, i) => {
    insertCopy(element, i, one, restoring)
  })
}

function become(target: Y.Text | Y.XmlText, source: Y.Text | Y.XmlText, restoring: Restoring): void {
  const [mine, theirs] = [authoredRuns(target), authoredRuns(source)]
  let [at, from, to] = [0, 0, 0]
  for (const { change, length } of wordSteps(textOf(mine), textOf(theirs))) {
    if (change === 'deleted') target.delete(at, length)
    if (change === 'inserted') insertRuns(target, at, slice(theirs, to, to + length), restoring)
    if (change === 'kept') becomeMarks(target, at, slice(mine, from, from + length), slice(theirs, to, to + length))
    if (change !== 'inserted') from += length
    if (change !== 'deleted') {
      to += length
      at += length
    }
  }
}

function insertRuns(text: Y.Text | Y.XmlText, at: number, runs: readonly AuthoredRun[], restoring: Restoring): void {
  const { doc } = text
  let place = at
  for (const run of runs) {
    if (doc) doc.clientID = restoring.clientFor(run)
    text.insert(place, run.text, { ...run.marks })
    place += run.text.length
  }
  if (doc) doc.clientID = restoring.own
}

function becomeMarks(
  text: Y.Text | Y.XmlText,
  at: number,
  mine: readonly AuthoredRun[],
  theirs: readonly AuthoredRun[],
): void {
  const have = mine.flatMap(({ text: words, marks }) => Array.from({ length: words.length }, () => marks))
  let place = 0
  for (const { text: words, marks } of theirs) {
    const before = have.slice(place, place + words.length)
    if (before.some((one) => JSON.stringify(one) !== JSON.stringify(marks))) {
      const gone = Object.fromEntries(before.flatMap((one) => Object.keys(one).map((mark) => [mark, null])))
      text.format(at + place, words.length, { ...gone, ...marks })
    }
    place += words.length
  }
}

const textOf = (runs: readonly AuthoredRun[]): string => runs.map(({ text }) => text).join('')

const childrenOf = (parent: Parent): Child[] =>
  parent.toArray().filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText)

function placed(child: Child) {
  const { client, clock } = child._item?.id ?? Y.createID(0, 0)
  const kind = child instanceof Y.XmlElement ? child.nodeName : 'text'
  const text = child instanceof Y.XmlElement ? JSON.stringify(nodesOf(child)) : textOf(authoredRuns(child))
  return { key: `${client}:${clock}`, kind, text, child }
}
