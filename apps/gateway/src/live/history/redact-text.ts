import { createHash } from 'node:crypto'
import { type DocumentSchema } from '@camau/collab'
import { authoredRuns } from '@camau/collab/authored-blocks'
import * as Y from 'yjs'
import { literally } from '../../platform/literally.js'
import { slice } from './compare-texts.js'

/** What stands where words were taken out, in both languages: readers must see that something is missing. */
export const redactionMark = '[golygwyd · redacted]'

export interface Redacted {
  /** How many times the words stood there. */
  places: number
  /** The Yjs client ids of the marks, for authorship. */
  clients: number[]
}

/** Finds passages in texts: as whole words, whatever their case, with any blanks between them. */
export function passageFinder(passages: readonly string[]): RegExp {
  const one = (passage: string): string => {
    const words = passage.normalize('NFC').trim().split(/\s+/).map(literally)
    return words.join('\\s+')
  }
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${passages.map(one).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

/** The same text with the passages taken out. */
export const redactedWords = (text: string, find: RegExp): string => text.replaceAll(find, redactionMark)

/**
 * Takes passages out of a document. What is deleted in Yjs leaves no bytes behind, only how long it was; whoever wrote the rest is
 * still known. The mark has the same id wherever the same passage stood, so that versions can still be compared.
 */
export function redactText(doc: Y.Doc, { roots }: DocumentSchema, find: RegExp, redactionId: string): Redacted {
  const done: Redacted = { places: 0, clients: [] }
  const own = doc.clientID
  doc.transact(() => {
    for (const text of Object.entries(roots).flatMap(([name, kind]) => textsIn(doc, name, kind))) {
      dropLinks(text, find)
      for (const { index, length } of found(text, find)) {
        const client = markClient(doc, text, index, redactionId)
        text.delete(index, length)
        doc.clientID = client
        text.insert(index, redactionMark)
        done.places++
        done.clients.push(client)
      }
    }
  })
  doc.clientID = own
  return done
}

/** From the end, so that earlier places stay where they are. */
function found(text: Y.Text | Y.XmlText, find: RegExp): { index: number; length: number }[] {
  return [...wordsOf(text).matchAll(find)].map(({ index, 0: words }) => ({ index, length: words.length })).reverse()
}

const wordsOf = (text: Y.Text | Y.XmlText): string =>
  authoredRuns(text)
    .map((run) => run.text)
    .join('')

/** An address that names what is taken out goes as a whole. */
function dropLinks(text: Y.Text | Y.XmlText, find: RegExp): void {
  let at = 0
  for (const { text: words, marks } of authoredRuns(text)) {
    if (JSON.stringify(marks).search(find) !== -1)
      text.format(at, words.length, Object.fromEntries(Object.keys(marks).map((mark) => [mark, null])))
    at += words.length
  }
}

function markClient(doc: Y.Doc, text: Y.Text | Y.XmlText, index: number, redactionId: string): number {
  const [first] = slice(authoredRuns(text), index, index + 1)
  for (let n = 0; ; n++) {
    const digest = createHash('sha256').update(`${redactionId} ${first?.client} ${first?.clock} ${n}`).digest()
    const client = digest.readUInt32BE(0)
    if (client > 1 && Y.getState(doc.store, client) === 0) return client
  }
}

function textsIn(doc: Y.Doc, name: string, kind: 'text' | 'xml'): (Y.Text | Y.XmlText)[] {
  return kind === 'text' ? [doc.getText(name)] : textsUnder(doc.getXmlFragment(name))
}

function textsUnder(parent: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return parent
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsUnder(child) : []))
}
