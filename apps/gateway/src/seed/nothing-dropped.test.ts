import 'reflect-metadata'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, anApp, type Visitor } from '../test/app.js'
import { anEngine, type Engine } from '../test/engine.js'
import { readSeed, type Seed } from './read-seed.js'

let engine: Engine
let db: Awaited<ReturnType<Engine['database']>>
let app: App
let reader: Visitor
let seed: Seed
let schema: GraphQLSchema

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))

beforeAll(async () => {
  engine = await anEngine()
  db = await engine.database()
  app = await anApp(db)
  reader = await app.signIn('secretariat')
  seed = await readSeed(fileOf('../../seed'))
  schema = buildSchema(await readFile(fileOf('../../schema.graphql'), 'utf8'))
}, 60_000)
afterAll(async () => {
  await app.stop()
  await engine.stop()
})

type Found = Record<string, unknown>

/** A list of the dataset, and how its records are read back from what is kept: all of their fields, or the test fails. */
const lists: [string, (seed: Seed) => readonly { id: string }[], string, (kept: Found) => Found][] = [
  ['actions', ({ actions }) => actions.items, 'actions', keptAction],
  ['bodies', ({ bodies }) => bodies.items, 'bodies', keptBody],
  ['people', ({ people }) => people.items, 'people', renamed({ postNominals: 'postNominalsAsPrinted' })],
  ['roles', ({ people }) => people.roles, 'roles', renamed({ office: 'kind' })],
  ['appointments', ({ people }) => people.appointments, 'appointments', keptAppointment],
  ['legacy items', ({ legacy }) => legacy.items, 'legacyItems', keptItem],
  [
    'their commitments',
    ({ legacy }) => legacy.items.flatMap((item) => item.commitments),
    'commitments',
    keptCommitment,
  ],
  ['further commitments', ({ legacy }) => legacy.outstanding, 'commitments', keptCommitment],
  ['dependencies', ({ dependencies }) => dependencies.items, 'dependencies', renamed({})],
  ['workstreams', ({ workAreas }) => workAreas.workstreams, 'workstreams', renamed({})],
  ['phases', ({ workAreas }) => workAreas.phases, 'phases', renamed({})],
  ['work areas', ({ workAreas }) => workAreas.items, 'workAreas', keptArea],
  ['funding', ({ funding }) => funding.items, 'funding', renamed({})],
  ['indicators', ({ indicators }) => indicators.items, 'indicators', renamed({})],
  ['correspondence', ({ correspondence }) => correspondence.items, 'correspondence', renamed({})],
  ['publications', ({ publications }) => publications.items, 'publications', renamed({})],
  ['timeline', ({ timeline }) => timeline.items, 'timeline', renamed({ precision: 'datePrecision' })],
  ['glossary', ({ glossary }) => glossary.items, 'glossary', renamed({})],
]

function renamed(names: Record<string, string>) {
  return ({ _id, ...kept }: Found): Found => ({
    id: _id,
    ...Object.fromEntries(Object.entries(kept).map(([name, value]) => [names[name] ?? name, value])),
  })
}
function keptAction(kept: Found): Found {
  const [first, ...updates] = kept.statusNotes as Found[]
  const last = updates.at(-1) ?? first
  const { meetingId, ...origin } = kept.origin as Found
  const workstream = seed.workAreas.workstreams.find(({ bodyId }) => bodyId === kept.bodyId)
  return {
    ...renamed({ title: 'text', supporterIds: 'supportingBodyIds' })(kept),
    origin,
    ownerBodyId: (kept.owner as Found | null)?.bodyId ?? null,
    workstreamId: workstream?.id ?? null,
    status: first?.status,
    statusAsOf: first?.asOf,
    statusBasis: first?.note === null ? 'stated' : 'inferred',
    updates,
    latestStatus: last?.status,
    latestStatusAsOf: last?.asOf,
  }
}
function keptBody({ from, to, note, ...kept }: Found): Found {
  return { ...renamed({})(kept), active: { from, to, note } }
}
function keptAppointment({ printed, ...kept }: Found): Found {
  const { from, until } = printed as Found
  return { ...renamed({})(kept), from, to: until }
}
function keptArea(kept: Found): Found {
  // A point keeps, beside its words and their place, the day of the document they stand in.
  const progressPoints = (kept.progressPoints as Found[]).map(({ text, source }) => ({ text, source }))
  return { ...renamed({ strand: 'strandAsPrinted' })(kept), progressPoints }
}
function keptItem(kept: Found): Found {
  // Nobody answers for any of them in the documents; their commitments are records of their own.
  const commitments = seed.legacy.items.find(({ id }) => id === kept._id)?.commitments
  return { ...renamed({ workAreaIds: 'linkedWorkAreaIds' })(kept), ownerRoleId: null, commitments }
}
function keptCommitment(kept: Found): Found {
  const workstreamId = kept.legacyItemId === null ? kept.workstreamId : null
  return { ...renamed({ responsibleIds: 'responsibleBodyIds' })(kept), workstreamId }
}

const only = (record: Found, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (name in record ? [[name, record[name]]] : [])))

describe('nothing of the documents is dropped on the way into the database', () => {
  it.each(lists)('%s', async (_name, list, collection, back) => {
    const kept = await db.collection<{ _id: string }>(collection).find().toArray()
    const byId = new Map(kept.map((record) => [record._id, record]))
    const records = list(seed)
    expect(records.length).toBeGreaterThan(0)
    for (const record of records)
      expect(only(back(byId.get(record.id) ?? {}), Object.keys(record)), record.id).toStrictEqual(record)
  })
})

describe('every word of the documents is answered by GraphQL', () => {
  it.each<[string, (seed: Seed) => readonly object[], string, string[]]>([
    // Which office leads is told by the appointments of a body.
    ['bodies', ({ bodies }) => bodies.items, 'bodies', ['leadRoleId', 'deputyRoleId']],
    // Its workstream is its body.
    ['actions', ({ actions }) => actions.items, 'actions(first: 2000)', ['workstreamId']],
    ['legacy items', ({ legacy }) => legacy.items, 'legacyItems', []],
    ['further commitments', ({ legacy }) => legacy.outstanding, 'commitments', []],
    ['dependencies', ({ dependencies }) => dependencies.items, 'dependencies', []],
    ['phases', ({ workAreas }) => workAreas.phases, 'phases', []],
    ['work areas', ({ workAreas }) => workAreas.items, 'workAreas', []],
    ['workstreams', ({ workAreas }) => workAreas.workstreams, 'workstreams', []],
    ['funding', ({ funding }) => funding.items, 'funding', []],
    ['indicators', ({ indicators }) => indicators.items, 'indicators', []],
    ['correspondence', ({ correspondence }) => correspondence.items, 'correspondence', []],
    ['publications', ({ publications }) => publications.items, 'publications', []],
    ['timeline', ({ timeline }) => timeline.items, 'timeline', []],
    ['glossary', ({ glossary }) => glossary.items, 'glossary', []],
    ['people', ({ people }) => people.items, 'people', []],
  ])('%s', async (_name, list, root, elsewhere) => {
    const name = root.split('(')[0] ?? ''
    const type =
      name === 'actions' ? schema.getType('Action') : getNamedType(schema.getQueryType()?.getFields()[name]?.type)
    const fields = selection(type, 0)
    const { data, refused } = await reader.ask(
      `{ ${root} ${name === 'actions' ? `{ edges { node ${fields} } }` : fields} }`,
    )
    expect(refused).toBeNull()
    const answered = new Set(leavesOf(data[name], '').flatMap(([, word]) => [word, asEnum(word)]))
    const unanswered = list(seed).flatMap((record) => leavesOf(record, '').filter(([, word]) => !answered.has(word)))
    expect([...new Set(unanswered.map(([path]) => path))]).toEqual(elsewhere)
  })
})

/** Records that are asked for nowhere but in another. */
const partsOfOthers: readonly string[] = ['Commitment', 'ProgressPoint']

/** Everything a type has: of records further down only the id. */
function selection(type: GraphQLNamedType | undefined, depth: number): string {
  if (isUnionType(type))
    return `{ ${type
      .getTypes()
      .map((one) => `... on ${one.name} { id }`)
      .join(' ')} }`
  if (!isObjectType(type) && !isInterfaceType(type)) return ''
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument))
  if (depth > 0 && 'id' in type.getFields() && !partsOfOthers.includes(type.name)) return '{ id }'
  const selected = fields.flatMap(({ name, type: of }) => {
    const inner = getNamedType(of)
    if (!isObjectType(inner) && !isInterfaceType(inner) && !isUnionType(inner)) return [name]
    return depth > 4 ? [] : [`${name} ${selection(inner, depth + 1)}`]
  })
  return `{ ${selected.join(' ')} }`
}

/** The texts and numbers anywhere inside, each with the names that lead to it. */
function leavesOf(value: unknown, path: string): [path: string, word: string][] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, String(value)]]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, path))
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, path === '' ? name : `${path}.${name}`))
}

/** As the documents write what GraphQL answers in capitals. */
const asEnum = (word: string): string => word.toLowerCase().replaceAll('_', '-')
