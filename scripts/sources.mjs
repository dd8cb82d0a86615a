// Which files the product is made of, and a stamp of their contents: equal stamps mean there is nothing to build again.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const passedOver = new Set(['node_modules', 'dist', '.git', '.data', '.cache', 'coverage', 'docs', 'journeys'])

/** Every file below a folder of the repository, sorted, without what is installed, built or only read by people. */
export function* filesBelow(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (passedOver.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (entry.isFile()) yield path
  }
}

/** SHA-256 over the names and contents of files. */
export function stampOf(files) {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const stampFile = (name) => join(root, 'node_modules', '.cache', 'camau', name)

export function isCurrent(name, stamp) {
  try {
    return readFileSync(stampFile(name), 'utf8') === stamp
  } catch {
    return false // never stamped
  }
}

export function keepStamp(name, stamp) {
  mkdirSync(dirname(stampFile(name)), { recursive: true })
  writeFileSync(stampFile(name), stamp)
}
