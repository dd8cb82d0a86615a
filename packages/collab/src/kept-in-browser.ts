import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type KeptEdits, keptInMemory } from './kept-edits.js'
import { keyRuns } from './key-runs.js'

/** One unsent edit as the device has it. */
export interface EditRow {
  key?: number
  /** Person and document: another person's words are never sent. */
  document: string
  /** The page that wrote it, and of which document; held by a lock as long as that page is open. */
  page: string
  epoch: number
  update: Uint8Array
  /** When it was written; earlier versions did not note it. */
  at?: number
}

interface Shape extends DBSchema {
  edits: { key: number; value: EditRow; indexes: { document: string } }
}

/** IndexedDB where there is one. */
export function keptOnDevice(): KeptEdits {
  return 'indexedDB' in globalThis ? keptInBrowser() : keptInMemory()
}

let opened: Promise<IDBPDatabase<Shape>> | undefined

function database(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>('camau-edits', 1, {
    upgrade: (db) =>
      void db.createObjectStore('edits', { keyPath: 'key', autoIncrement: true }).createIndex('document', 'document'),
    terminated: forgetDatabase,
  })
  opened.catch(forgetDatabase)
  return opened
}

/** It is opened anew for whoever asks next: the browser closes one when it likes, and may fail once. */
function forgetDatabase(): void {
  opened = undefined
}

/** Whose row it is, and of which document. */
export function ownerOf({ document }: Pick<EditRow, 'document'>): { person: string; documentId: string } {
  const [person = '', documentId = ''] = document.split(' ')
  return { person, documentId }
}

/** Every unsent edit on this device, whoever wrote it, oldest first; for the list of what waits, and for sealing. */
export async function editsOnDevice(): Promise<EditRow[]> {
  return (await database()).getAll('edits')
}

/** Takes rows off the device. */
export async function takeEdits(rows: readonly EditRow[]): Promise<void> {
  await take(
    await database(),
    rows.flatMap(({ key }) => key ?? []),
  )
}

async function take(db: IDBPDatabase<Shape>, keys: readonly number[]): Promise<void> {
  const transaction = db.transaction('edits', 'readwrite')
  const gone = keyRuns(keys).map(([first, last]) => transaction.store.delete(IDBKeyRange.bound(first, last)))
  await Promise.all([...gone, transaction.done])
}

/** Puts rows back that were taken off, in their order, for whoever opens their documents next. */
export async function putBackEdits(rows: readonly EditRow[]): Promise<void> {
  const transaction = (await database()).transaction('edits', 'readwrite')
  const added = rows.map(({ key: _, ...row }) => transaction.store.add(row))
  await Promise.all([...added, transaction.done])
}

const lockNames = 'camau-edits '

/** The pages that are open in any window of this browser, each with its document. */
export async function openPages(): Promise<{ page: string; documentId: string | undefined }[]> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  const pages = held.flatMap(({ name }) => (name?.startsWith(lockNames) ? [name.slice(lockNames.length)] : []))
  return pages.map((page) => ({ page, documentId: page.split(' ')[0] }))
}

function keptInBrowser(): KeptEdits {
  return {
    async claim(person, documentId) {
      const document = `${person} ${documentId}`
      const page = `${documentId} ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`
      const db = await database()
      const rows = await db.getAllFromIndex('edits', 'document', document)
      const locks = [await hold(page)]
      const write = together(db)
      const free = new Set<string>()
      for (const other of new Set(rows.map((row) => row.page))) {
        const lock = await hold(other)
        if (!lock) continue
        free.add(other)
        locks.push(lock)
      }
      return {
        edits: rows.filter((row) => free.has(row.page)).map(({ key = 0, epoch, update }) => ({ key, epoch, update })),
        keep: (epoch, update) => write({ document, page, epoch, update, at: Date.now() }),
        forget: (keys) => take(db, keys),
        async release() {
          for (const lock of locks) lock?.()
        },
      }
    },
  }
}

/** One write at a time; what comes meanwhile goes together in the next, so that a fast typist waits for no queue of writes. */
function together(db: IDBPDatabase<Shape>): (row: EditRow) => Promise<number> {
  let next: Promise<number[]> | null = null
  let rows: EditRow[] = []
  let writing: Promise<unknown> = Promise.resolve()
  const writeAll = async (): Promise<number[]> => {
    await writing.catch(() => undefined)
    const batch = rows
    rows = []
    next = null
    const transaction = db.transaction('edits', 'readwrite')
    const written = Promise.all(batch.map((row) => transaction.store.add(row)))
    writing = transaction.done
    await writing
    return written
  }
  return async (row) => {
    const place = rows.push(row) - 1
    next ??= writeAll()
    const key = (await next)[place]
    if (key === undefined) throw new Error('an edit was not kept')
    return key
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
    void locks.request(lockNames + name, { ifAvailable: true }, (lock) => {
      if (!lock) return held(null)
      return new Promise<void>((release) => held(release))
    })
  })
}
