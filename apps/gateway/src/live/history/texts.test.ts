import { aReplica, firstMinutes, minutesPlainText, minutesSchema, minutesText, sameState, Y } from '@camau/collab'
import { authoredBlocks } from '@camau/collab/authored-blocks'
import { describe, expect, it } from 'vitest'
import { aSeed, randomFrom } from '../testing/random.js'
import { edit } from '../testing/typist.js'
import { type ComparedRun, compareTexts, wordSteps } from './compare-texts.js'
import { passageFinder, redactedWords, redactionMark, redactText } from './redact-text.js'
import { clearEmptied, restoreText } from './restore-text.js'

/** Minutes of so many paragraphs, by one client. */
function minutes(...paragraphs: string[]): Y.Doc {
  const doc = aReplica()
  doc.clientID = 10
  minutesText(doc).push(paragraphs.map(aParagraph))
  return doc
}

function aParagraph(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  return paragraph
}

function copyOf(doc: Y.Doc, clientID = doc.clientID): Y.Doc {
  const copy = aReplica()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = clientID
  return copy
}

function textAt(doc: Y.Doc, index: number): Y.XmlText {
  const block = minutesText(doc).get(index)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error(`no text in block ${index}`)
  return text
}

const compare = (from: Y.Doc, to: Y.Doc) =>
  compareTexts(authoredBlocks(from, minutesSchema), authoredBlocks(to, minutesSchema))
const told = (runs: readonly ComparedRun[]) =>
  runs.map(({ change, text, client }) => `${{ kept: '=', inserted: '+', deleted: '-' }[change]}${client} ${text}`)
const json = (doc: Y.Doc) => authoredBlocks(doc, minutesSchema).map(({ kind, runs }) => [kind, looks(runs)])
const looks = (runs: readonly { text: string; marks: object }[]) => runs.map(({ text, marks }) => [text, marks])
const restoring = (own: number) => ({
  schema: minutesSchema,
  own,
  clientFor: ({ client }: { client: number }) => client + 1_000,
})

describe('comparing two versions', () => {
  it('shows what came and went by word, each with its own author', () => {
    const before = minutes('The group meets on Monday', 'Nothing else')
    const after = copyOf(before, 20)
    textAt(after, 0).delete('The group meets on '.length, 'Monday'.length)
    textAt(after, 0).insert('The group meets on '.length, 'Tuesday')
    minutesText(after).insert(2, [aParagraph('New business')])
    const { blocks, insertedWords, deletedWords } = compare(before, after)
    expect(blocks.map(({ change, runs }) => [change, told(runs)])).toEqual([
      ['changed', ['=10 The group meets on ', '-10 Monday', '+20 Tuesday']],
      ['kept', ['=10 Nothing else']],
      ['inserted', ['+20 New business']],
    ])
    expect([insertedWords, deletedWords]).toEqual([3, 1])
  })

  it('knows a paragraph that was cut and pasted by its words, and one that was rewritten from another one', () => {
    const before = minutes('Carers asked for one page', 'Budget of the year', 'Last words')
    const after = minutes('Carers asked for one short page', 'A vote by hands', 'Last words')
    expect(compare(before, after).blocks.map(({ change }) => change)).toEqual([
      'changed',
      'inserted',
      'deleted',
      'kept',
    ])
  })

  it('reads either way round: what came in one direction went in the other', () => {
    const random = randomFrom(aSeed())
    const before = minutes('one two three', 'four five', 'six')
    const after = copyOf(before, 20)
    for (let i = 0; i < 60; i++) edit(after, random)
    const [there, back] = [compare(before, after), compare(after, before)]
    expect([there.insertedWords, there.deletedWords], `SEED=${random.seed}`).toEqual([
      back.deletedWords,
      back.insertedWords,
    ])
    const kept = (blocks: typeof there.blocks, gone: 'inserted' | 'deleted') =>
      blocks.flatMap(({ runs }) => runs.filter(({ change }) => change !== gone).map(({ text }) => text)).join('')
    const plain = (doc: Y.Doc) =>
      authoredBlocks(doc, minutesSchema)
        .flatMap(({ runs }) => runs.map(({ text }) => text))
        .join('')
    expect(kept(there.blocks, 'deleted'), `SEED=${random.seed}`).toBe(plain(after))
    expect(kept(there.blocks, 'inserted').length, `SEED=${random.seed}`).toBe(plain(before).length)
  })

  it('of fifty pages takes no more work than a page should wait for', () => {
    const pages = Array.from(
      { length: 1_000 },
      (_, i) => `Paragraph ${i} says that ${'words stand here and there '.repeat(5)}`,
    )
    const before = minutes(...pages)
    const after = copyOf(before, 20)
    for (let i = 0; i < 1_000; i += 5) textAt(after, i).insert(10, ' changed')
    const started = process.cpuUsage()
    const { insertedWords } = compare(before, after)
    const { user } = process.cpuUsage(started)
    expect(insertedWords).toBeGreaterThanOrEqual(200)
    console.info(`fifty pages compared in ${Math.round(user / 1_000)} ms of processor time`)
    expect(user / 1_000).toBeLessThan(1_500)
  })

  it('does not run away with two long texts that share nothing', () => {
    const from = Array.from({ length: 30_000 }, (_, i) => `a${i}`).join(' ')
    const to = Array.from({ length: 30_000 }, (_, i) => `b${i}`).join('\t')
    expect(wordSteps(from, to).map(({ change }) => change)).toEqual(['deleted', 'inserted'])
  })
})

describe('bringing a version back', () => {
  it('changes only what differs: the ids, and so the authors, of the rest stay', () => {
    const version = minutes('The group meets on Monday', 'Nothing else')
    const doc = copyOf(version, 20)
    textAt(doc, 0).insert(0, 'Perhaps ')
    restoreText(doc, version, restoring(30))
    expect(minutesPlainText(doc)).toBe(minutesPlainText(version))
    expect(Y.getState(doc.store, 30)).toBe(0)
    expect(authoredBlocks(doc, minutesSchema).flatMap(({ runs }) => runs.map(({ client }) => client))).toEqual([10, 10])
  })

  it('gives words back to whoever wrote them', () => {
    const version = minutes('Kept words', 'Words that go')
    const doc = copyOf(version, 20)
    minutesText(doc).delete(1, 1)
    restoreText(doc, version, restoring(30))
    const [, back] = authoredBlocks(doc, minutesSchema)
    expect(back?.runs.map(({ text, client }) => [text, client])).toEqual([['Words that go', 1_010]])
  })

  it('loses nothing that somebody types meanwhile, not even in a paragraph that goes', () => {
    const version = minutes('Start')
    const doc = copyOf(version, 20)
    minutesText(doc).push([aParagraph('Added since')])
    const theirs = copyOf(doc, 40)
    const emptied = restoreText(doc, version, restoring(30))
    textAt(theirs, 0).insert(5, ' of the meeting')
    textAt(theirs, 1).insert(11, ' and typed on')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
    clearEmptied(doc, emptied, restoring(50))
    expect(minutesPlainText(doc)).toBe('Start of the meeting\n and typed on')
  })

  it('takes away what it emptied and nobody wrote in', () => {
    const version = minutes('Start')
    const doc = copyOf(version, 20)
    minutesText(doc).push([aParagraph('Added since')])
    const emptied = restoreText(doc, version, restoring(30))
    expect(minutesText(doc).length).toBe(2)
    const coldly = copyOf(doc)
    clearEmptied(coldly, emptied, restoring(50))
    expect(minutesText(coldly).length).toBe(1)
  })

  it('of any texts gives the same text, whatever was done in between', () => {
    const random = randomFrom(aSeed())
    for (let round = 0; round < 30; round++) {
      const doc = aReplica()
      doc.clientID = 10
      firstMinutes([{ id: 'a', title: 'Welcome' }])(doc)
      for (let i = 0; i < 40; i++) edit(doc, random)
      const version = copyOf(doc)
      doc.clientID = 20
      for (let i = 0; i < 40; i++) edit(doc, random)
      const emptied = restoreText(doc, version, restoring(30))
      clearEmptied(doc, emptied, restoring(50))
      const words = (one: Y.Doc) => json(one).filter(([, runs]) => runs && runs.length > 0)
      expect(minutesPlainText(doc), `SEED=${random.seed}`).toBe(minutesPlainText(version))
      expect(merged(words(doc)), `SEED=${random.seed}`).toEqual(merged(words(version)))
    }
  })
})

/** Runs of one look joined: who wrote them is no matter here. */
function merged(blocks: unknown[][]): string[] {
  return blocks.map(([kind, runs]) => {
    const parts = (runs as [string, object][]).flatMap(([text, marks]) =>
      [...text].map((one) => `${one}${JSON.stringify(marks)}`),
    )
    return `${kind}: ${parts.join('')}`
  })
}

describe('taking words out', () => {
  const find = passageFinder(['Elm House', 'secret plan'])

  it('takes passages for what they say, whatever marks stand in them', () => {
    for (const passage of ['Windmill-House', 'a.b*c', 'either/or', '(in brackets)', 'x^2 + $3', 'back\\slash', 'Môn’s'])
      expect([passage, redactedWords(`Said ${passage}, again`, passageFinder([passage]))]).toEqual([
        passage,
        `Said ${redactionMark}, again`,
      ])
  })

  it('finds them as whole words, whatever their case and blanks, also across marks', () => {
    const doc = minutes('ELM  house spoke of the Secret Plan. Helm Houses did not.')
    textAt(doc, 0).format(2, 4, { bold: {} })
    expect(redactText(doc, minutesSchema, find, 'r').places).toBe(2)
    expect(minutesPlainText(doc)).toBe(`${redactionMark} spoke of the ${redactionMark}. Helm Houses did not.`)
  })

  it('finds letters in either form, and takes them out in the one they have', () => {
    const composed = 'Siân Ŵyn o Gaffi’r Tŷ'
    for (const passage of [composed, composed.normalize('NFD')]) {
      const doc = minutes(`Daeth ${passage}.`, 'Siân arall'.normalize('NFD'), 'Siana Wyn')
      const either = passageFinder([composed])
      expect(redactText(doc, minutesSchema, either, 'r').places).toBe(1)
      expect(minutesPlainText(doc)).toBe(
        [`Daeth ${redactionMark}.`, 'Siân arall'.normalize('NFD'), 'Siana Wyn'].join('\n'),
      )
      expect(redactedWords(`${passage}â: SIÂN ŵyn O GAFFI’R TŶ`, either)).toBe(`${passage}â: ${redactionMark}`)
    }
    expect(redactedWords('un élan'.normalize('NFD'), passageFinder(['lan']))).toBe('un élan'.normalize('NFD'))
  })

  it('finds them in a long text of letters in pieces without making anybody wait', () => {
    const long = 'Siân Ŵyn '.normalize('NFD').repeat(20_000)
    const from = performance.now()
    expect(passageFinder(['Siân Ŵyn'])(long)).toHaveLength(20_000)
    expect(performance.now() - from).toBeLessThan(2_000)
  })

  it('finds them across the end of a line, and not across the end of a paragraph', () => {
    const doc = minutes('Said by Elm', 'House of Elm')
    const block = minutesText(doc).get(1)
    if (!(block instanceof Y.XmlElement)) throw new Error('no second paragraph')
    for (const line of ['house and Elm', '', 'House, Elm House'])
      block.push([new Y.XmlElement('hardBreak'), new Y.XmlText(line)])
    const { places, clients } = redactText(doc, minutesSchema, find, 'r')
    expect([places, new Set(clients).size]).toEqual([3, 3])
    expect(minutesPlainText(doc)).toBe(
      `Said by Elm\nHouse of ${redactionMark}\n and ${redactionMark}\n\n, ${redactionMark}`,
    )
  })

  it('leaves no byte of them in the document, nor of what was deleted before, and the rest to its authors', () => {
    const doc = minutes('Said by Elm House herself')
    textAt(doc, 0).insert(0, 'zebra ')
    textAt(doc, 0).delete(0, 6)
    redactText(doc, minutesSchema, find, 'r')
    const bytes = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1')
    for (const gone of ['Elm', 'House', 'zebra']) expect(bytes).not.toContain(gone)
    const [block] = authoredBlocks(doc, minutesSchema)
    expect(block?.runs.filter(({ client }) => client === 10).map(({ text }) => text)).toEqual(['Said by ', ' herself'])
  })

  it('takes away a link that names them', () => {
    const doc = minutes('See the page')
    textAt(doc, 0).format(8, 4, { link: { href: 'https://example.org/secret plan' } })
    expect(redactText(doc, minutesSchema, find, 'r')).toEqual({ places: 1, clients: [] })
    expect(Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1')).not.toContain('secret')
  })

  it('marks the same place alike in every version, so that they compare as they did', () => {
    const version = minutes('Elm House opened the meeting')
    const now = copyOf(version, 20)
    textAt(now, 0).insert(28, ' at ten')
    for (const doc of [version, now]) redactText(doc, minutesSchema, find, 'r')
    expect(compare(version, now).insertedWords).toBe(2)
    Y.applyUpdate(version, Y.encodeStateAsUpdate(now))
    expect(sameState(version, now)).toBe(true)
    expect(minutesPlainText(version)).toBe(`${redactionMark} opened the meeting at ten`)
  })
})
