import 'reflect-metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionModel } from '../features/actions/action.model.js'
import { type App, anApp } from '../test/app.js'
import { anEngine, type Engine } from '../test/engine.js'
import { importModel } from './import.model.js'

let engine: Engine
let app: App
let db: Awaited<ReturnType<Engine['database']>>

beforeAll(async () => {
  engine = await anEngine()
  db = await engine.database()
  app = await anApp(db)
}, 60_000)
afterAll(async () => {
  await app.stop()
  await engine.stop()
})

/** What the dataset's own page says it holds. */
const inTheDocuments = {
  bodies: 88,
  actions: 137,
  legacyItems: 7,
  commitments: 56,
  furtherCommitments: 22,
  dependencies: 36,
  funding: 35,
  indicators: 61,
  correspondence: 10,
  publications: 73,
  timeline: 41,
  glossary: 56,
  decisions: 3,
  workAreas: 12,
}

describe('the programme after the first start', () => {
  it('is there to the last record, for everybody', async () => {
    const { data } = await app.nobody.ask(`{ counts { ${Object.keys(inTheDocuments).join(' ')} } }`)
    expect(data.counts).toEqual(inTheDocuments)
    expect(await importModel(db).findById('programme').lean()).toMatchObject({ records: 709 })
  })

  it('leaves 26 actions without an owner', async () => {
    const { data } = await app.nobody.ask('{ actions(filter: { ownerStated: false }, first: 1) { totalCount } }')
    expect(data.actions).toEqual({ totalCount: 26 })
  })

  it('keeps the source of every record, and what it said', async () => {
    const fields = 'source { file locator title { en } }'
    const { data } = await app.nobody.ask(
      `{ bodies { ${fields} } actions(first: 2000) { edges { node { statusNotes { status } ${fields} } } } publications { ${fields} } }`,
    )
    const everything = JSON.stringify(data)
    expect(everything).not.toContain('"source":null')
    expect(everything.match(/"locator":"[^"]+"/g)).toHaveLength(88 + 137 + 73)
    expect(everything).not.toContain('"statusNotes":[]')
  })

  it.each([
    ['act-fm-clarify-targets', 'PROPOSED', 'requested'],
    ['act-publish-annual-report', 'DONE', 'planned'],
  ])('%s is %s, and its first note says %s', async (id, status, word) => {
    const { data } = await app.nobody.ask('query ($id: ID!) { action(id: $id) { status statusNotes { status } } }', {
      id,
    })
    expect(data.action).toMatchObject({ status, statusNotes: [{ status: word }, ...(status === 'DONE' ? [{}] : [])] })
  })

  it('has four example meetings, the first of them running', async () => {
    const member = await app.signIn('member')
    const { data } = await member.ask('{ meetings { example status agenda { title } } }')
    const meetings = data.meetings as { example: boolean; status: string; agenda: unknown[] }[]
    expect(meetings).toHaveLength(4)
    expect(meetings.every(({ example, agenda }) => example && agenda.length > 2)).toBe(true)
    expect(meetings.filter(({ status }) => status === 'IN_SESSION')).toHaveLength(1)
  })

  it('shows no example meeting to strangers', async () => {
    expect((await app.nobody.ask('{ meetings { id } }')).data.meetings).toEqual([])
  })
})

describe('a second start', () => {
  it('imports nothing and keeps what was done meanwhile', async () => {
    await actionModel(db).updateOne({ _id: 'act-fm-clarify-targets' }, { $set: { reason: 'kept' } })
    const second = await anApp(await engine.again(db))
    expect(await actionModel(db).countDocuments()).toBe(137)
    expect(await actionModel(db).findById('act-fm-clarify-targets').lean()).toMatchObject({ reason: 'kept' })
    await second.stop()
  })

  it('finishes what two nodes began together, once', async () => {
    const shared = await engine.database()
    const apps = await Promise.all([anApp(shared), anApp(await engine.again(shared))])
    expect(await actionModel(shared).countDocuments()).toBe(137)
    await Promise.all(apps.map((one) => one.stop()))
  })
})
