import { pathToFileURL } from 'node:url'
import { startEmbeddedMongo } from '@camau/embedded-mongo'
import type { Connection } from 'mongoose'
import { v7 } from 'uuid'
import { aLargeStructure } from '../features/dependencies/graph.fixture.js'
import { connectMongo } from '../platform/mongo.js'

/** A programme as large as many years would make it, written where the gateway keeps its records. Run with a data folder and a number of actions while no gateway uses it. */

export const words =
  'plant gofal teulu ardal lleoliad cymorth adroddiad gwaith cyfarfod cam swyddog iechyd addysg tai children care family placement support report work meeting action officer health education housing review order plan court kinship leaver advocacy residential'.split(
    ' ',
  )
const mutated = ['blant', 'phlant', 'mhlant', 'ofal', 'ngofal', 'deulu', 'theulu', 'nheulu', 'gam', 'cham', 'ngham']

/** The n-th paragraph: common words, a mutated one now and then, and one word that stands nowhere else. */
function paragraph(n: number): string {
  const some = Array.from({ length: 24 }, (_, i) => words[(n * 7 + i * i * 13 + ((n >> 3) % 11) * i) % words.length])
  return `${some.join(' ')} ${mutated[n % mutated.length]} n${n}x`
}

/** Actions, up to so many in all, as years of work would leave them: in every state, of every body, written where the gateway keeps them. */
export async function fillLog(db: Connection, actions: number): Promise<void> {
  const collection = db.collection<Row>('actions')
  const kinds = await collection.find({ kind: 'action' }).toArray()
  const have = await collection.countDocuments()
  const rows = Array.from({ length: actions - have }, (_, n) => ({
    ...kinds[n % kinds.length],
    _id: v7(),
    number: 1_000 + n,
    title: `${words[n % words.length]} ${words[(n * 7) % words.length]} ${n}`,
    due: n % 5 === 0 ? null : { label: '', earliest: dayAfter(n % 900), latest: dayAfter(n % 900) },
  }))
  for (let from = 0; from < rows.length; from += 1_000) await collection.insertMany(rows.slice(from, from + 1_000))
}

/** Blocking links among the first 2,000 filled actions, so many in all, each to one further back in the log: no loop closes. */
export async function fillLinks(db: Connection, links: number): Promise<void> {
  const filled = await db.collection<Row>('actions').find().sort({ number: -1 }).limit(2_000).toArray()
  const pairs = new Set(
    Array.from({ length: links }, (_, n) => {
      const at = 1 + ((n * 37) % 1_999)
      const before = Math.max(0, at - 1 - Math.floor(n / 1_999) * 7 - (n % 5))
      return `${filled[at]?._id}>${filled[before]?._id}`
    }),
  )
  const same = { kind: 'finish-to-start', basis: 'stated', text: '', source: null, removed: false, version: 1 }
  const rows = [...pairs].map((link) => {
    const [dependentId, dependsOnId] = link.split('>')
    return { _id: v7(), ...same, dependentId, dependsOnId, link }
  })
  for (let from = 0; from < rows.length; from += 1_000)
    await db.collection<Row>('dependencies').insertMany(rows.slice(from, from + 1_000))
}

const dayAfter = (days: number) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10)

/** Meetings with their minutes, likewise. */
export async function fillMinutes(db: Connection, meetings: number, paragraphsEach: number): Promise<void> {
  const like = await db.collection<Row>('meetings').findOne({ _id: 'example-meeting-mag' })
  const ids = Array.from({ length: meetings }, () => v7())
  for (let from = 0; from < meetings; from += 100) {
    const some = ids.slice(from, from + 100)
    await db.collection<Row>('meetings').insertMany(some.map((_id) => ({ ...like, _id })))
    await db.collection<Row>('documentTexts').insertMany(
      some.map((id, i) => ({
        _id: `minutes:${id}`,
        paragraphs: Array.from({ length: paragraphsEach }, (_, n) => paragraph((from + i) * paragraphsEach + n)),
        at: new Date(Date.UTC(2020, 0, from + i)),
      })),
    )
  }
}

/** Links that join some of the first of those actions at random, always an earlier with a later one. Gives the id of one of them. */
export async function fillMap(db: Connection, among: number, links: number, seed: number): Promise<string> {
  const filled = await db
    .collection<Row>('actions')
    .find({ number: { $gte: 1_000 } })
    .sort({ number: 1 })
    .limit(among)
    .toArray()
  const id = (at: number) => filled[at]?._id ?? ''
  const same = { kind: 'finish-to-start', basis: 'stated', text: '', source: null, removed: false, version: 1 }
  const rows = aLargeStructure(among, links, seed).edges.map(([from, to]) => {
    const [dependsOnId, dependentId] = [id(from), id(to)]
    return { ...same, _id: v7(), dependentId, dependsOnId, link: `${dependentId}>${dependsOnId}` }
  })
  await db.collection<Row>('dependencies').insertMany(rows)
  return rows[0]?.dependentId ?? ''
}

interface Row {
  _id: string
  [field: string]: unknown
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , dataDir = '', actions = '0'] = process.argv
  const engine = await startEmbeddedMongo({ dataDir, log: () => undefined })
  const db = await connectMongo(engine.uri)
  await fillLog(db, Number(actions))
  await db.close()
  await engine.stop()
}
