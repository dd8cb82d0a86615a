import { writeSync } from 'node:fs'
import { LmdbStore } from './lmdb.js'

// A program of its own, for a test that watches which system calls it makes: says before and after each write that it asked and was answered.
const store = new LmdbStore(process.argv[2] ?? '')
for (let n = 0; n < 5; n++) {
  writeSync(1, `asked ${n}\n`)
  await store.write([new Map([[`\u0001key ${n}`, { before: undefined, after: new Uint8Array([n]) }]])])
  writeSync(1, `answered ${n}\n`)
}
await store.close()
