import DataLoader from 'dataloader'
import { inOrder } from './loaders.js'
import { readPatience } from './patience.js'

/**
 * Reads records by their ids: what is asked for in one turn of the event loop is one question to the database. What a query reads is
 * asked for apart, as it may be cut short (see patience.ts), and nobody else's reading with it.
 */
export function readTogether<T extends { id: string }>(
  readSome: (ids: readonly string[]) => Promise<readonly T[]>,
): (id: string) => Promise<T | null> {
  const loader = () =>
    new DataLoader<string, T | null>(async (ids) => inOrder(ids, await readSome(ids), ({ id }) => id), {
      cache: false,
      batchScheduleFn: setImmediate,
    })
  const [waited, cut] = [loader(), loader()]
  return (id) => (readPatience() === undefined ? waited : cut).load(id)
}
