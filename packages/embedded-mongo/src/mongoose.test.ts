import mongoose, { type Connection, type Model, Schema, Types } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anEmbeddedMongo } from './embedded.fixture.js'

interface BodyRow {
  name: string
}

interface ActionRow {
  code: string
  title?: string
  body?: Types.ObjectId
  due?: Date
  progress?: { at: Date; words: string }[]
  weight?: number
}

const bodySchema = new Schema<BodyRow>({ name: { type: String, unique: true } })
const actionSchema = new Schema<ActionRow>(
  {
    code: { type: String, required: true },
    title: String,
    body: { type: Schema.Types.ObjectId, ref: 'Body' },
    due: Date,
    progress: [{ at: Date, words: String }],
    weight: Number,
  },
  { timestamps: true, optimisticConcurrency: true },
)
actionSchema.index({ body: 1, code: 1 }, { unique: true })
actionSchema.index({ body: 1, due: 1 })

let engine: Awaited<ReturnType<typeof anEmbeddedMongo>>
let connection: Connection
let Body: Model<BodyRow>
let Action: Model<ActionRow>

beforeAll(async () => {
  engine = await anEmbeddedMongo()
  connection = await mongoose.createConnection(engine.uri).asPromise()
  Body = connection.model<BodyRow>('Body', bodySchema)
  Action = connection.model<ActionRow>('Action', actionSchema)
  await Promise.all([Body.init(), Action.init()])
}, 20_000)

afterAll(async () => {
  await connection.close()
  await engine.stop()
})

beforeEach(async () => {
  await Promise.all([Body.deleteMany({}), Action.deleteMany({})])
})

describe('an unmodified mongoose', () => {
  it('finds the indexes it asked for, and asks again without harm', async () => {
    await Action.createIndexes()
    expect((await Action.listIndexes()).map(({ name }) => name)).toEqual(['_id_', 'body_1_code_1', 'body_1_due_1'])
    expect(await Action.syncIndexes()).toEqual([])
  })

  it('is told of a duplicate by name and value', async () => {
    await Body.create({ name: 'MAG' })
    await expect(Body.create({ name: 'MAG' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { name: 1 },
      keyValue: { name: 'MAG' },
      message: expect.stringContaining('index: name_1 dup key: { name: "MAG" }'),
    })
  })

  it('creates, populates, changes and removes', async () => {
    const body = await Body.create({ name: 'Workstream 1' })
    const action = await Action.create({ code: 'A1', body: body._id, due: new Date('2026-11-03'), weight: 1.5 })
    expect(await Action.findById(action.id).populate('body').lean()).toMatchObject({ body: { name: 'Workstream 1' } })
    action.set('title', 'Write it down')
    action.progress?.push({ at: new Date(), words: 'begun' })
    await action.save()
    expect(await Action.findOne({ 'progress.words': 'begun' }).lean()).toMatchObject({ title: 'Write it down' })
    expect(await Action.updateOne({ code: 'A1' }, { $unset: { due: 1 } })).toMatchObject({ modifiedCount: 1 })
    const after = await Action.findOneAndUpdate({ code: 'A1' }, { $inc: { weight: 1 } }, { returnDocument: 'after' })
    expect(after?.get('weight')).toBe(2.5)
    expect(await Action.deleteOne({ code: 'A1' })).toMatchObject({ deletedCount: 1 })
    expect(await Action.countDocuments()).toBe(0)
  })

  it('notices that somebody saved in between', async () => {
    const { id } = await Action.create({ code: 'A1' })
    const [mine, theirs] = await Promise.all([Action.findById(id), Action.findById(id)])
    theirs?.set('title', 'theirs')
    await theirs?.save()
    mine?.set('title', 'mine')
    await expect(mine?.save()).rejects.toThrow(mongoose.Error.VersionError)
  })

  it('upserts, and tells what it inserted', async () => {
    const body = new Types.ObjectId()
    const update = { $set: { title: 'new' }, $setOnInsert: { weight: 3 } }
    const first = await Action.updateOne({ code: 'U', body }, update, { upsert: true })
    expect(first).toMatchObject({ upsertedCount: 1, matchedCount: 0 })
    expect(await Action.findById(first.upsertedId).lean()).toMatchObject({ code: 'U', body, title: 'new', weight: 3 })
    expect(await Action.updateOne({ code: 'U', body }, update, { upsert: true })).toMatchObject({ upsertedCount: 0 })
    const created = await Action.findOneAndUpdate({ code: 'V' }, { weight: 1 }, { upsert: true })
    expect(created).toBeNull()
  })

  it('reads sorted pages, in batches, with projections, and counts', async () => {
    const body = new Types.ObjectId()
    const all = Array.from({ length: 250 }, (_, i) => ({ code: `A${i}`, body, due: new Date(i * 1000), weight: i % 7 }))
    await Action.insertMany(all)
    const page = await Action.find({ body }).sort({ due: -1 }).skip(10).limit(5).select('code -_id').lean()
    expect(page).toEqual([239, 238, 237, 236, 235].map((i) => ({ code: `A${i}` })))
    const seen: string[] = []
    for await (const each of Action.find({ body }).sort({ due: 1 }).batchSize(20).cursor()) seen.push(each.get('code'))
    expect(seen).toEqual(all.map(({ code }) => code))
    expect(await Action.countDocuments({ weight: { $lt: 2 } })).toBe(72)
    expect(await Action.estimatedDocumentCount()).toBe(250)
    expect((await Action.distinct('weight', { body })).sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('aggregates', async () => {
    const body = await Body.create({ name: 'B' })
    await Action.insertMany([1, 2, 3].map((weight) => ({ code: `A${weight}`, body: body._id, weight })))
    const sums = await Action.aggregate([
      { $match: { weight: { $gte: 2 } } },
      { $group: { _id: '$body', weight: { $sum: '$weight' }, n: { $sum: 1 } } },
      { $lookup: { from: 'bodies', localField: '_id', foreignField: '_id', as: 'bodies' } },
      { $project: { _id: 0, weight: 1, n: 1, name: { $first: '$bodies.name' } } },
    ])
    expect(sums).toEqual([{ weight: 5, n: 2, name: 'B' }])
  })

  it('writes in bulk and reports what failed', async () => {
    const result = await Body.bulkWrite([
      { insertOne: { document: { name: 'one' } } },
      { insertOne: { document: { name: 'two' } } },
      { updateOne: { filter: { name: 'one' }, update: { $set: { name: 'eins' } } } },
      { deleteOne: { filter: { name: 'two' } } },
    ])
    expect(result).toMatchObject({ insertedCount: 2, modifiedCount: 1, deletedCount: 1 })
    const some = Body.insertMany([{ name: 'x' }, { name: 'x' }, { name: 'y' }], { ordered: false })
    await expect(some).rejects.toMatchObject({ writeErrors: [{ index: 1, code: 11000 }] })
    expect(await Body.distinct('name')).toEqual(['eins', 'x', 'y'])
  })
})

describe('transactions through mongoose', () => {
  it('commit everything or nothing', async () => {
    await connection.transaction(async (session) => {
      const [body] = await Body.create([{ name: 'in' }], { session })
      await Action.insertMany([{ code: 'A1', ...(body && { body: body._id }) }], { session })
      expect(await Body.countDocuments()).toBe(0)
    })
    const failing = connection.transaction(async (session) => {
      await Body.create([{ name: 'out' }], { session })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await Body.distinct('name')).toEqual(['in'])
  })

  it('are tried again until eight clients have counted a counter down exactly', async () => {
    await Action.create({ code: 'counter', weight: 40 })
    const taken: number[] = []
    const client = async () => {
      for (let left = true; left; ) {
        left = await connection
          .transaction(async (session) => {
            const counter = await Action.findOne({ code: 'counter' }, null, { session }).lean()
            const weight = Number(counter?.weight)
            if (weight === 0) return false
            await Action.updateOne({ code: 'counter' }, { $set: { weight: weight - 1 } }, { session })
            return weight
          })
          .then((weight) => {
            if (typeof weight === 'number') taken.push(weight)
            return weight !== false
          })
      }
    }
    await Promise.all(Array.from({ length: 8 }, client))
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  }, 30_000)
})
