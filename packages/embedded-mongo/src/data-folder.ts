import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { toNumber } from './bson/numbers.js'
import { decodeDocument, encodeDocument } from './documents.js'
import { entryPoint } from './entry-point.js'
import { lockFolder } from './folder-lock.js'
import { StartError } from './start-error.js'
import { prefixRange } from './store/bytes.js'
import { checkFile, damaged } from './store/file-check.js'
import { catalogPrefix, formatVersion, multikeyPrefix, versionKey } from './store/layout.js'
import { LmdbStore } from './store/lmdb.js'
import { walk } from './store/overlay.js'
import type { KeyValueStore } from './store/port.js'

/** Opens the database in a folder, which is made if it is not there. Throws StartError. */
export async function openDataFolder(folder: string): Promise<{ store: KeyValueStore; unlock: () => void }> {
  makeWritable(folder)
  const unlock = lockFolder(folder)
  try {
    const file = join(folder, 'engine.mdb')
    if (checkFile(file) === 'short') readThrough(file)
    const store = openStore(file)
    readHead(store, file)
    await checkVersion(store, folder)
    return { store, unlock }
  } catch (error) {
    unlock()
    throw error
  }
}

function makeWritable(folder: string): void {
  try {
    makeFolder(resolve(folder))
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartError('notWritable', `The data folder ${folder} cannot be written to (${Object(error).code}).`)
  }
}

// Folder by folder: `recursive` goes round for ever where a folder is there and cannot hold another, as /proc.
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (isFolder(folder)) return
    const parent = dirname(folder)
    if (Object(error).code !== 'ENOENT' || isFolder(parent)) throw error
    makeFolder(parent)
    makeFolder(folder)
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function openStore(file: string): KeyValueStore {
  try {
    return new LmdbStore(file)
  } catch (error) {
    if (Object(error).code === 'EACCES' || /permission|read-only/i.test(String(error)))
      throw new StartError('notWritable', `The database file ${file} cannot be written to.`)
    throw damaged(file, Object(error).message)
  }
}

/** What the engine reads first anyway, so that damage there gets its sentence. */
function readHead(store: KeyValueStore, file: string): void {
  try {
    for (const prefix of [versionKey, catalogPrefix, multikeyPrefix])
      for (const [key] of walk(store, prefixRange(prefix))) store.get(key)
  } catch (error) {
    throw damaged(file, Object(error).message)
  }
}

function readThrough(file: string): void {
  const { args, cwd } = entryPoint('read-through')
  const { status } = spawnSync(process.execPath, [...args, resolve(file)], { cwd, stdio: 'ignore' })
  if (status !== 0) throw damaged(file, 'parts of it are missing')
}

async function checkVersion(store: KeyValueStore, folder: string): Promise<void> {
  const bytes = store.get(versionKey)
  const version = bytes && toNumber(decodeDocument(bytes).version)
  if (version !== undefined && version > formatVersion)
    throw new StartError(
      'newerFormat',
      `The data folder ${folder} was written by a newer version (format ${version}; this one reads up to ${formatVersion}).`,
    )
  if (version === undefined)
    await store.write([
      new Map([[versionKey, { before: undefined, after: encodeDocument({ version: formatVersion }) }]]),
    ])
}
