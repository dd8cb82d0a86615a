import { lexicographicSortSchema, printSchema } from 'graphql'
import mongoose from 'mongoose'
import { readConfig } from './config.js'
import { createFeatures } from './features.js'
import { createFoundations } from './foundations.js'
import { createDocuments } from './live/index.js'
import { inProcessBus } from './platform/bus.js'
import { buildGraphql } from './platform/graphql/build.js'
import { allResolvers } from './resolvers.js'

const heading =
  '# Printed from the resolvers by `node apps/gateway/dist/print-schema.js`: change those, not this file.\n\n'

/** The schema as text, sorted. Built from the very wiring that serves it, on a connection that is never opened. */
export async function printGatewaySchema(): Promise<string> {
  const db = mongoose.createConnection()
  const config = readConfig({})
  const foundations = createFoundations({ config, db, bus: inProcessBus(), now: () => new Date() })
  const features = createFeatures({ ...foundations, texts: createDocuments(db) })
  const schema = await buildGraphql(allResolvers(foundations, features, config))
  return `${heading}${printSchema(lexicographicSortSchema(schema))}\n`
}
