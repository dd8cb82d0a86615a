import { randomUUID } from 'node:crypto'
import { connect, minutesText, Y } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

let programme: RunningProgramme
let secretary: Caller
let member: Caller
let committee: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  secretary = await programme.as('secretariat')
  member = await programme.as('member')
  committee = await programme.as('scrutiny-reader')
})
afterAll(() => programme?.stop())

interface Answer {
  totalCount: number
  kinds: { kind: string; count: number }[]
  matches: { record: { __typename: string; id: string }; excerpt: { text: string; found: boolean }[] }[]
}

const question = `query S($text: String!, $kind: String) { search(text: $text, kind: $kind) {
  totalCount kinds { kind count }
  matches { record { __typename ... on Meeting { id } ... on Action { id } ... on LegacyItem { id } ... on Body { id } }
    excerpt { text found } } } }`
const search = async (who: Caller, text: string, kind?: string): Promise<Answer> =>
  (await who.ask(question, { text, kind })).search

const patient = { timeout: 20_000 }

/** Writes in minutes, as somebody in the meeting would. */
async function write(who: Caller, meetingId: string, edit: (text: Y.XmlFragment) => void): Promise<void> {
  const connection = connect({ url: programme.origin, cookie: who.cookie })
  const document = connection.openDocument(`minutes:${meetingId}`)
  await expect.poll(() => document.status.get().state, patient).toBe('saved')
  edit(minutesText(document.doc))
  await document.saved()
  document.close()
  connection.close()
}

const aParagraph = (words: string) => (text: Y.XmlFragment) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  text.push([paragraph])
}

const lastReads = (words: string) => (text: Y.XmlFragment) => {
  const last = text.toArray().at(-1)
  const said = last instanceof Y.XmlElement ? last.get(0) : null
  if (!(said instanceof Y.XmlText)) throw new Error('the paragraph is gone')
  said.delete(0, said.length)
  said.insert(0, words)
}

describe('what is written live in the minutes', () => {
  it('is found a moment later under any mutation, with the words around it', async () => {
    const meetingId = 'example-meeting-ws-1'
    await write(secretary, meetingId, aParagraph('Trafodwyd yr adroddiad ar blant a’u teuluoedd yn yr ardal.'))
    await expect.poll(async () => (await search(member, 'plant theuluoedd', 'Meeting')).totalCount, patient).toBe(1)
    const [match] = (await search(member, 'plant theuluoedd', 'Meeting')).matches
    expect(match?.record).toEqual({ __typename: 'Meeting', id: meetingId })
    expect(match?.excerpt.filter(({ found }) => found).map(({ text }) => text)).toEqual(['blant', 'teuluoedd'])
  })

  it('is not found by its earlier words once they are changed', async () => {
    const [before, after] = ['Zanzibarium', 'Timbuktesque']
    const meetingId = 'example-meeting-ws-2'
    await write(secretary, meetingId, aParagraph(before))
    await expect.poll(async () => (await search(member, before)).totalCount, patient).toBe(1)
    await write(secretary, meetingId, lastReads(after))
    await expect.poll(async () => (await search(member, after)).totalCount, patient).toBe(1)
    expect((await search(member, before)).totalCount).toBe(0)
  })
})

describe('a database from before there was this search', () => {
  it('is read through at the start, so that earlier minutes are found too', async () => {
    const words = 'Cwestiynwyd amserlen Abercwmboi'
    await write(secretary, 'example-meeting-ws-3', aParagraph(words))
    await expect.poll(async () => (await search(member, 'Abercwmboi')).totalCount, patient).toBe(1)
    await programme.db.collection('documentTexts').deleteMany({})
    const later = await programme.beside()
    const ask = async () => {
      const response = await fetch(`${later.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: later.origin, cookie: member.cookie },
        body: JSON.stringify({ query: '{ search(text: "Abercwmboi") { totalCount } }' }),
      })
      return response.json()
    }
    await expect.poll(ask, patient).toEqual({ data: { search: { totalCount: 1 } } })
  })
})

describe('somebody without rights', () => {
  it('gets the very answer of one for whom the record does not exist', async () => {
    const word = `xq${randomUUID().replaceAll('-', '')}`
    const asked = ['Review', word, word.slice(0, 4), 'core offer']
    const before = await Promise.all(asked.map((text) => search(committee, text)))
    const id = v7()
    await secretary.tell('proposeAction', { id, bodyId: 'body-ws-1', title: `Review the core offer ${word}` })
    expect((await search(member, word)).matches[0]?.record).toEqual({ __typename: 'Action', id })
    expect(await Promise.all(asked.map((text) => search(committee, text)))).toEqual(before)
  })
})

describe('the answer', () => {
  it('counts every kind, and shows one of them when asked', async () => {
    const all = await search(member, 'residential')
    const bodies = await search(member, 'residential', 'Body')
    expect(all.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(all.totalCount)
    expect(bodies.kinds).toEqual(all.kinds)
    expect(bodies.totalCount).toBe(all.kinds.find(({ kind }) => kind === 'Body')?.count)
    expect(new Set(bodies.matches.map(({ record }) => record.__typename))).toEqual(new Set(['Body']))
  })

  it('is nothing for nothing but signs', async () => {
    expect(await search(member, ' … ')).toEqual({ totalCount: 0, kinds: [], matches: [] })
  })
})

describe('a permanent short address', () => {
  const record = async (who: Caller, reference: string) =>
    (
      await who.ask(
        'query R($r: String!) { record(reference: $r) { __typename ... on Action { id } ... on LegacyItem { id } ... on Commitment { id } } }',
        { r: reference },
      )
    ).record

  it.each([
    ['A60', 'Action'],
    ['a60', 'Action'],
    ['L2', 'LegacyItem'],
    ['lc-1-01', 'Commitment'],
    ['legacy-3', 'LegacyItem'],
  ])('%s leads to one %s', async (reference, type) => {
    expect((await record(member, reference)).__typename).toBe(type)
  })

  it('leads nowhere for those who may not see what it names', async () => {
    const id = v7()
    const { number } = await secretary.tell(
      'proposeAction',
      { id, bodyId: 'body-ws-1', title: 'Not for committees' },
      'number',
    )
    expect(await record(member, `A${number}`)).toEqual({ __typename: 'Action', id })
    expect([await record(committee, `A${number}`), await record(committee, id)]).toEqual([null, null])
    expect(await record(member, 'A999999')).toBeNull()
  })

  it('is read in the language of whoever follows it', async () => {
    const follow = (language: string) =>
      fetch(`${programme.origin}/go/A60`, { redirect: 'manual', headers: { 'accept-language': language } })
    expect((await follow('cy')).headers.get('location')).toBe('/cy/go/A60')
    expect((await follow('en-GB')).headers.get('location')).toBe('/en/go/A60')
  })
})
