import { LmdbStore } from './store/lmdb.js'
import { walk } from './store/overlay.js'

/**
 * Reads a database file from end to end, in a process of its own: on some kinds of damage the library ends the process
 * instead of reporting an error.
 */
const [file = ''] = process.argv.slice(2)
const store = new LmdbStore(file)
for (const [key] of walk(store, { start: '', end: '\xff', reverse: false })) store.get(key)
