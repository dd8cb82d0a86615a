import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type KeptEdits, keptInMemory } from './kept-edits.js'

interface Row {
  key?: number
  /** Person and document: another person's words are never sent. */
  document: string
  /** The page that wrote it; held by a lock as long as that page is open. */
  page: string
  epoch: number
  update: Uint8Array
}

interface Shape extends DBSchema {
  edits: { key: number; value: Row; indexes: { document: string } }
}

/** IndexedDB where there is one. */
export function keptOnDevice(): KeptEdits {
  return 'indexedDB' in globalThis ? keptInBrowser() : keptInMemory()
}

function keptInBrowser(): KeptEdits {
  let opened: Promise<IDBPDatabase<Shape>> | undefined
  const database = (): Promise<IDBPDatabase<Shape>> => {
    opened ??= openDB<Shape>('camau-edits', 1, {
      upgrade: (db) =>
        void db.createObjectStore('edits', { keyPath: 'key', autoIncrement: true }).createIndex('document', 'document'),
    })
    return opened
  }
  return {
    async claim(person, documentId) {
      const document = `${person} ${documentId}`
      const page = crypto.getRandomValues(new Uint32Array(4)).join('-')
      const db = await database()
      const rows = await db.getAllFromIndex('edits', 'document', document)
      const locks = [await hold(page)]
      const free = new Set<string>()
      for (const other of new Set(rows.map((row) => row.page))) {
        const lock = await hold(other)
        if (!lock) continue
        free.add(other)
        locks.push(lock)
      }
      return {
        edits: rows.filter((row) => free.has(row.page)).map(({ key = 0, epoch, update }) => ({ key, epoch, update })),
        keep: (epoch, update) => db.add('edits', { document, page, epoch, update }),
        async forget(keys) {
          const transaction = db.transaction('edits', 'readwrite')
          await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done])
        },
        async release() {
          for (const lock of locks) lock?.()
        },
      }
    },
  }
}

/**
 * Holds a name while the page lives; null when another page does. Without the Web Locks API (plain http beyond this machine)
 * every page may take over: sending an edit twice does no harm.
 */
function hold(name: string): Promise<(() => void) | null> {
  const { locks } = globalThis.navigator ?? {}
  if (!locks) return Promise.resolve(() => {})
  return new Promise((held) => {
    void locks.request(`camau-edits ${name}`, { ifAvailable: true }, (lock) => {
      if (!lock) return held(null)
      return new Promise<void>((release) => held(release))
    })
  })
}
