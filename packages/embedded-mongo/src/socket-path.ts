import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Systems cut longer socket paths without a word (108 bytes on Linux, 104 on macOS). */
const longestPath = 100

/** A place for a socket, and what removes it again if it had to be made. */
export interface SocketPlace {
  readonly path: string
  remove(): void
}

/** In the data folder, or where that path would be too long, in a short-lived folder that only this user can enter. */
export function socketPlace(folder: string): SocketPlace {
  const path = join(resolve(folder), 'engine.sock')
  if (Buffer.byteLength(path) <= longestPath) return { path, remove: () => undefined }
  const made = mkdtempSync(join(tmpdir(), 'camau-'))
  return { path: join(made, 'engine.sock'), remove: () => rmSync(made, { recursive: true, force: true }) }
}

/** What an unmodified driver connects to. */
export function uriFor(address: string): string {
  return `mongodb://${encodeURIComponent(address).replace('%3A', ':')}/camau?directConnection=true`
}
