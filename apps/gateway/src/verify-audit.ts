import 'reflect-metadata'
import { startEmbeddedMongo } from '@camau/embedded-mongo'
import { readConfig } from './config.js'
import { connectMongo } from './platform/mongo.js'
import { verifyAudit } from './platform/verify-audit.js'

/** `node apps/gateway/dist/verify-audit.js`: reads the whole audit trail and says whether it is as it was written. Exit code 1 if not. */
const { mongodbUri, dataDir } = readConfig(process.env)
const engine = mongodbUri
  ? null
  : await startEmbeddedMongo({ dataDir, log: (line) => process.stderr.write(`${line}\n`) })
const db = await connectMongo(mongodbUri ?? engine?.uri ?? '')
const verdict = await verifyAudit(db)
if (verdict.sound) process.stdout.write(`The audit trail is sound: ${verdict.entries} entries.\n`)
else process.stdout.write(`Entry ${verdict.entry} of the audit trail is not as it was written: ${verdict.because}.\n`)
await db.close()
await engine?.stop()
process.exitCode = verdict.sound ? 0 : 1
