import { Long } from 'bson'
import { toNumber } from '../bson/numbers.js'
import { typeMismatch } from '../errors.js'
import type { Operation } from '../operation.js'
import { type Command, reply } from './command.js'
import { continueCursor } from './cursor-replies.js'

export const getMore: Command = {
  fields: ['collection', 'batchSize'],
  inTransaction: true,
  run: (operation) =>
    continueCursor(operation, cursorId(operation.args.document.getMore), operation.namespace('collection')),
}

export const killCursors: Command = {
  fields: ['cursors'],
  inTransaction: true,
  run: (operation) => reply(kill(operation)),
}

function kill({ engine, args }: Operation) {
  const ids = args.requiredList('cursors').map(cursorId)
  const killed = ids.filter((id) => engine.cursors.kill(id))
  const missing = ids.filter((id) => !killed.includes(id))
  const longs = (list: bigint[]) => list.map((id) => Long.fromBigInt(id))
  return { cursorsKilled: longs(killed), cursorsNotFound: longs(missing), cursorsAlive: [], cursorsUnknown: [] }
}

function cursorId(value: unknown): bigint {
  if (value instanceof Long) return value.toBigInt()
  const number = toNumber(value)
  if (number === undefined || !Number.isInteger(number)) throw typeMismatch('A cursor id must be a long')
  return BigInt(number)
}
