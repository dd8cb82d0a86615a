import { type Connection, mongo, type Schema } from 'mongoose'

/** What carries a command, as BSON, to the engine and its answer back. `to` is the collection it is about, if any. */
export type Carry = (
  name: string,
  to: unknown,
  command: Uint8Array,
) => Promise<{ reply: Uint8Array; documents: readonly Uint8Array[] }>

type Fields = Record<string, unknown>
interface Options {
  session?: Session
  sort?: Fields
  projection?: Fields
  limit?: number
  upsert?: boolean
  returnDocument?: 'before' | 'after'
}
interface Answer {
  reply: Fields
  documents: Fields[]
}
type Ask = (command: Fields, session?: Session) => Promise<Answer>

/**
 * A connection over commands instead of sockets: the part of the driver that `live/` uses, put as the driver puts it, to the engine
 * that the product runs on. `collections.test.ts` holds it to the real driver.
 */
export function connectionOver(carry: Carry): Connection & { prepare(): Promise<void> } {
  const schemas = new Map<string, Schema>()
  const command: Ask = async (asked, session) => {
    const whole = { ...asked, ...session?.fields(), $db: 'camau' }
    const name = Object.keys(asked)[0] ?? ''
    const answer = await carry(name, asked[name], mongo.BSON.serialize(whole, { ignoreUndefined: false })).catch(
      (error: unknown) => {
        throw session?.inTransaction() ? labelled(error, name) : error
      },
    )
    const reply = mongo.BSON.deserialize(answer.reply)
    if (reply.ok !== 1) throw new mongo.MongoServerError({ ...reply, message: reply.errmsg })
    if (reply.writeConcernError)
      throw unclear(new mongo.MongoWriteConcernError({ ok: 1, writeConcernError: reply.writeConcernError }), name)
    return { reply, documents: answer.documents.map((bytes) => mongo.BSON.deserialize(bytes)) }
  }
  /** As the driver's own methods do: also a single failure is thrown. */
  const ask: Ask = async (asked, session) => {
    const answer = await command(asked, session)
    const [failed] = Array.isArray(answer.reply.writeErrors) ? answer.reply.writeErrors : []
    if (failed) throw new mongo.MongoServerError({ ...failed, message: failed.errmsg })
    return answer
  }
  const connection = {
    models: {},
    model: (_name: string, schema: Schema, collection: string) => void schemas.set(collection, schema),
    collection: (name: string) => aCollection(name, ask),
    startSession: async () => new Session(ask),
    db: { command: async (asked: Fields) => (await command(asked)).reply },
    async prepare() {
      for (const [name, schema] of schemas) {
        await ask({ create: name }).catch(() => {}) // another node has made it
        const indexes = schema.indexes().map(([key, options]) => ({
          key,
          name: Object.entries(key).flat().join('_'),
          ...('unique' in options && { unique: options.unique }),
        }))
        if (indexes.length > 0) await ask({ createIndexes: name, indexes })
      }
    },
  }
  return connection as unknown as Connection & { prepare(): Promise<void> }
}

/** What a majority has not confirmed: a commit may be asked again. */
function unclear(error: mongo.MongoError, command: string): unknown {
  if (command === 'commitTransaction') error.addErrorLabel('UnknownTransactionCommitResult')
  return error
}

/** What is unclear after a lost answer within a transaction, in the driver's words. */
function labelled(error: unknown, command: string): unknown {
  if (error instanceof mongo.MongoNetworkError)
    error.addErrorLabel(
      command === 'commitTransaction' ? 'UnknownTransactionCommitResult' : 'TransientTransactionError',
    )
  return error
}

class Session {
  private readonly lsid = { id: new mongo.UUID(crypto.randomUUID()).toBinary() }
  private number = 0
  private state: 'none' | 'starting' | 'open' | 'committed' = 'none'
  constructor(private readonly ask: Ask) {}

  startTransaction(): void {
    this.number++
    this.state = 'starting'
  }
  inTransaction(): boolean {
    return this.state === 'starting' || this.state === 'open'
  }
  fields(): Fields {
    const begins = this.state === 'starting'
    this.state = 'open'
    const txnNumber = mongo.Long.fromNumber(this.number)
    const first = { startTransaction: true, readConcern: { level: 'snapshot' } }
    return { lsid: this.lsid, txnNumber, autocommit: false, ...(begins && first) }
  }
  async commitTransaction(): Promise<void> {
    const anything = this.state !== 'starting'
    if (anything) await this.ask({ commitTransaction: 1 }, this)
    this.state = 'committed'
  }
  async abortTransaction(): Promise<void> {
    const anything = this.state !== 'starting'
    if (anything) await this.ask({ abortTransaction: 1 }, this)
    this.state = 'none'
  }
  async endSession(): Promise<void> {}
}

function aCollection(name: string, ask: Ask) {
  const find = (filter: Fields = {}, options: Options = {}) => new Found(name, ask, filter, options)
  const insert = (documents: object[], { session }: Options) => ask({ insert: name, documents, ordered: true }, session)
  const update = async (q: Fields, u: Fields, multi: boolean, { session, upsert = false }: Options) => {
    const { reply } = await ask({ update: name, updates: [{ q, u, multi, upsert }] }, session)
    const upserted = Array.isArray(reply.upserted) ? reply.upserted.length : 0
    return { matchedCount: Number(reply.n) - upserted, modifiedCount: Number(reply.nModified), upsertedCount: upserted }
  }
  const remove = async (q: Fields, limit: number, { session }: Options) => {
    const { reply } = await ask({ delete: name, deletes: [{ q, limit }] }, session)
    return { deletedCount: Number(reply.n) }
  }
  return {
    collectionName: name,
    find,
    findOne: async (filter: Fields, options: Options = {}) =>
      (await find(filter, { ...options, limit: 1 }).toArray())[0] ?? null,
    insertOne: (document: object, options: Options = {}) => insert([document], options),
    insertMany: (documents: object[], options: Options = {}) => insert(documents, options),
    updateOne: (q: Fields, u: Fields, options: Options = {}) => update(q, u, false, options),
    updateMany: (q: Fields, u: Fields, options: Options = {}) => update(q, u, true, options),
    deleteOne: (q: Fields, options: Options = {}) => remove(q, 1, options),
    deleteMany: (q: Fields, options: Options = {}) => remove(q, 0, options),
    async countDocuments(query: Fields = {}, { session }: Options = {}) {
      return (await find(query, session ? { session } : {}).toArray()).length
    },
    async findOneAndUpdate(query: Fields, change: Fields, options: Options = {}) {
      const { session, upsert = false, returnDocument, sort } = options
      const what = { query, update: change, upsert, new: returnDocument === 'after', ...(sort && { sort }) }
      return (await ask({ findAndModify: name, ...what }, session)).reply.value ?? null
    },
  }
}

/** What a search finds, asked for when somebody wants it. */
class Found {
  constructor(
    private readonly name: string,
    private readonly ask: Ask,
    private readonly filter: Fields,
    private readonly options: Options,
    private readonly more: Fields = {},
  ) {}
  private with(more: Fields): Found {
    return new Found(this.name, this.ask, this.filter, this.options, { ...this.more, ...more })
  }
  sort(sort: Fields): Found {
    return this.with({ sort })
  }
  skip(skip: number): Found {
    return this.with({ skip })
  }
  limit(limit: number): Found {
    return this.with({ limit })
  }
  project(projection: Fields): Found {
    return this.with({ projection })
  }
  async toArray(): Promise<Fields[]> {
    const { session, sort, projection, limit } = this.options
    const options = { ...(sort && { sort }), ...(projection && { projection }), ...(limit && { limit }) }
    const command = { find: this.name, filter: this.filter, ...options, ...this.more, batchSize: 1_000_000 }
    return (await this.ask(command, session)).documents
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<Fields> {
    yield* await this.toArray()
  }
}
