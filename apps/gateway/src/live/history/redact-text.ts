import { createHash } from 'node:crypto'
import { type DocumentSchema } from '@camau/collab'
import { authoredRuns } from '@camau/collab/authored-blocks'
import * as Y from 'yjs'
import { literally } from '../../platform/literally.js'
import { slice } from './compare-texts.js'

/** What stands where words were taken out, in both languages: readers must see that something is missing. */
export const redactionMark = '[golygwyd · redacted]'

export interface Redacted {
  /** How many times the words stood there, or an address named them. */
  places: number
  /** The Yjs client ids of the marks, for authorship. */
  clients: number[]
}

/** Where passages stand in a text, in order. */
export type Find = (text: string) => Place[]
interface Place {
  index: number
  length: number
}

/** Finds passages in texts: as whole words, whatever their case, with any blanks between them, their letters in one piece or several. */
export function passageFinder(passages: readonly string[]): Find {
  const one = (passage: string): string => {
    const words = passage.normalize('NFC').trim().split(/\s+/).map(literally)
    return words.join('\\s+')
  }
  const pattern = `(?<![\\p{L}\\p{N}])(?:${passages.map(one).join('|')})(?![\\p{L}\\p{N}])`
  const find = new RegExp(pattern, 'giu')
  return (text) => {
    const { composed, placeOf } = inWholeLetters(text)
    return [...composed.matchAll(find)].map(({ index, 0: words }) => placeOf(index, index + words.length))
  }
}

// Intl.Segmenter would take minutes for a long text.
const letters = /\P{M}\p{M}*|\p{M}+/gu

/** The text with each letter in one piece, and where a stretch of that stands in the text itself: what is pasted may have ŵ as a w and its roof. */
function inWholeLetters(text: string): { composed: string; placeOf(from: number, to: number): Place } {
  if (text === text.normalize('NFC'))
    return { composed: text, placeOf: (from, to) => ({ index: from, length: to - from }) }
  let composed = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: pieces, index } of text.matchAll(letters)) {
    const letter = pieces.normalize('NFC')
    composed += letter
    starts.push(...Array<number>(letter.length).fill(index))
    ends.push(...Array<number>(letter.length).fill(index + pieces.length))
  }
  return {
    composed,
    placeOf(from, to) {
      const index = starts[from] ?? 0
      return { index, length: (ends[to - 1] ?? index) - index }
    },
  }
}

/** The same text with the passages taken out. */
export const redactedWords = (text: string, find: Find): string =>
  find(text).reduceRight(
    (left, { index, length }) => `${left.slice(0, index)}${redactionMark}${left.slice(index + length)}`,
    text,
  )

/**
 * Takes passages out of a document. What is deleted in Yjs leaves no bytes behind, only how long it was; whoever wrote the rest is
 * still known. The mark has the same id wherever the same passage stood, so that versions can still be compared.
 */
export function redactText(doc: Y.Doc, { roots }: DocumentSchema, find: Find, redactionId: string): Redacted {
  const done: Redacted = { places: 0, clients: [] }
  const own = doc.clientID
  doc.transact(() => {
    for (const { words, parts } of Object.entries(roots).flatMap(([name, kind]) => blocksIn(doc, name, kind))) {
      for (const { text } of parts) done.places += dropLinks(text, find)
      // From the end, so that earlier places stay where they are.
      for (const place of find(words).reverse()) {
        const stretches = parts.flatMap((part) => stretchOf(part, place))
        const [first] = stretches
        if (!first) continue
        const client = markClient(doc, first.text, first.index, redactionId)
        for (const { text, index, length } of stretches) text.delete(index, length)
        doc.clientID = client
        first.text.insert(first.index, redactionMark)
        done.places++
        done.clients.push(client)
      }
    }
  })
  doc.clientID = own
  return done
}

type Text = Y.Text | Y.XmlText

/** What is read as one: the texts of a paragraph, with the line breaks between them. */
interface Block {
  words: string
  parts: Part[]
}

/** A text, and where its words stand in those of its block. */
interface Part extends Place {
  text: Text
}

function blocksIn(doc: Y.Doc, name: string, kind: 'text' | 'xml'): Block[] {
  return kind === 'text' ? [blockOf([doc.getText(name)])] : blocksUnder(doc.getXmlFragment(name))
}

function blocksUnder(parent: Y.XmlFragment | Y.XmlElement): Block[] {
  const children = parent.toArray()
  const deeper = children.flatMap((child) => (child instanceof Y.XmlElement ? blocksUnder(child) : []))
  return [blockOf(children), ...deeper]
}

function blockOf(children: readonly unknown[]): Block {
  const block: Block = { words: '', parts: [] }
  for (const child of children) {
    const words = child instanceof Y.Text ? wordsOf(child) : '\n'
    if (child instanceof Y.Text) block.parts.push({ text: child, index: block.words.length, length: words.length })
    block.words += words
  }
  return block
}

const wordsOf = (text: Text): string =>
  authoredRuns(text)
    .map((run) => run.text)
    .join('')

/** As much of a place as stands in a part; a line break stays, as it says nothing. */
function stretchOf({ text, index, length }: Part, place: Place): Part[] {
  const from = Math.max(index, place.index)
  const to = Math.min(index + length, place.index + place.length)
  return from < to ? [{ text, index: from - index, length: to - from }] : []
}

/** An address that names what is taken out goes as a whole. Gives how many there were. */
function dropLinks(text: Text, find: Find): number {
  let at = 0
  let links = 0
  let before = ''
  for (const { text: words, marks } of authoredRuns(text)) {
    const said = JSON.stringify(marks)
    if (find(said).length > 0) {
      text.format(at, words.length, Object.fromEntries(Object.keys(marks).map((mark) => [mark, null])))
      if (said !== before) links++ // several may have written the words of one link
    }
    before = said
    at += words.length
  }
  return links
}

function markClient(doc: Y.Doc, text: Text, index: number, redactionId: string): number {
  const [first] = slice(authoredRuns(text), index, index + 1)
  for (let n = 0; ; n++) {
    const digest = createHash('sha256').update(`${redactionId} ${first?.client} ${first?.clock} ${n}`).digest()
    const client = digest.readUInt32BE(0)
    if (client > 1 && Y.getState(doc.store, client) === 0) return client
  }
}
