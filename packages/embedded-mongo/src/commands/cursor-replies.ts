import type { Document } from 'bson'
import { Arguments } from '../arguments.js'
import { takeBatch } from '../batches.js'
import { longId, type Results } from '../cursors.js'
import { encodeDocument } from '../documents.js'
import type { Operation } from '../operation.js'
import { pause } from '../search.js'
import { Batch, type Reply } from '../wire/replies.js'
import { firstBatch } from './command.js'

/** MongoDB's own size of a first batch when the client does not say. */
export const usualFirstBatch = 101

/** How many documents the first batch is to have, where a command says so in `cursor`. */
export function readBatchSize(args: Arguments): number | undefined {
  return new Arguments('cursor', args.embedded('cursor') ?? {}).count('batchSize')
}

/** Answers with the first results and keeps a cursor for the rest. */
export async function openCursor(
  operation: Operation,
  namespace: string,
  results: Results,
  { batchSize = usualFirstBatch, single = false }: { batchSize?: number | undefined; single?: boolean },
): Promise<Reply> {
  const { engine, context, mayGoOn } = operation
  const { documents, held, done } = await takeBatch(results, undefined, { documents: batchSize, mayGoOn })
  if (done || single) return firstBatch(documents, { id: longId(0n), ns: namespace })
  const session = context.session?.id
  const cursor = engine.cursors.open({ namespace, results, session, transaction: context.transaction?.number, held })
  return firstBatch(documents, { id: longId(cursor.id), ns: namespace })
}

/** Answers with more results of an open cursor. */
export async function continueCursor(operation: Operation, id: bigint, namespace: string): Promise<Reply> {
  const { engine, context, mayGoOn, args } = operation
  const cursor = engine.cursors.take(id, {
    namespace,
    session: context.session?.id,
    transaction: context.transaction?.number,
  })
  // Zero means "as many as fit", as no batch size does.
  const batchSize = args.count('batchSize') || Number.POSITIVE_INFINITY
  const { documents, held, done } = await takeBatch(cursor.results, cursor.held, { documents: batchSize, mayGoOn })
  cursor.held = held
  if (!done) engine.cursors.putBack(cursor)
  const rest = { id: longId(done ? 0n : id), ns: namespace }
  return { cursor: new Batch('nextBatch', documents, rest), fields: {} }
}

/** Encodes results as they are read. */
export function* encoded(documents: Iterable<Document | typeof pause>): Generator<Uint8Array | typeof pause> {
  for (const document of documents) yield document === pause ? pause : encodeDocument(document)
}
